import { useLingui } from '@lingui/react';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { membershipEventTerms, roleTerms, tieTerms } from '../member-terms.js';
import { MembershipActions } from './membership-actions.js';

const PersonMemberships_affiliation = graphql(`
  fragment PersonMemberships_affiliation on Affiliation {
    id
    role
    status
    since
    until
    organization {
      id
      name
    }
    history {
      happenedAt
      kind
      reason
    }
  }
`);

interface PersonMembershipsProps {
  readonly memberships: readonly FragmentType<typeof PersonMemberships_affiliation>[];
  /** For whom the officer acts: what can be changed is theirs alone. */
  readonly organization: string;
}

/** Where somebody belongs; the officer's own organisation changes it here. */
export function PersonMemberships({ memberships, organization }: PersonMembershipsProps) {
  const { i18n } = useLingui();
  return (
    <ul className="grid gap-4">
      {readFragment(PersonMemberships_affiliation, memberships).map((membership) => {
        const { id, role, status, since, until, history } = membership;
        const tone = status === 'ACTIVE' ? 'success' : status === 'SUSPENDED' ? 'warning' : 'neutral';
        return (
          <li key={id} className="grid gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{i18n._(roleTerms[role])}</span>
              <Tag tone={tone}>{i18n._(tieTerms[status])}</Tag>
            </p>
            <p>{membership.organization?.name}</p>
            <p className="text-soft">
              {formatDay(since)}
              {until != null && <> – {formatDay(until)}</>}
            </p>
            {history.length > 0 && (
              <ul className="grid gap-1 text-sm text-soft">
                {history.map(({ happenedAt, kind, reason }) => (
                  <li key={happenedAt}>
                    {formatMoment(happenedAt)}: {i18n._(membershipEventTerms[kind])}
                    {reason != null && reason !== '' && <>. {reason}</>}
                  </li>
                ))}
              </ul>
            )}
            {membership.organization?.id === organization && status !== 'ENDED' && (
              <MembershipActions membership={id} role={role} isSuspended={status === 'SUSPENDED'} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
