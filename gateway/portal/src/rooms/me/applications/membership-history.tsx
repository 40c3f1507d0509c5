import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { MembershipHistory_AffiliationFragment } from '../../../generated/graphql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { membershipEventTerms, membershipTerms, membershipTones, roleTerms } from '../me-terms.js';
import { EndMembershipDialog } from './end-membership-dialog.js';

const MembershipHistoryAffiliation = graphql(`
  fragment MembershipHistory_affiliation on Affiliation {
    id
    role
    since
    until
    status
    organization {
      id
      name
    }
    history {
      kind
      role
      happenedAt
      byPerson
      reason
    }
  }
`);

type Affiliation = MembershipHistory_AffiliationFragment;

interface MembershipHistoryProps {
  readonly affiliations: readonly FragmentType<typeof MembershipHistoryAffiliation>[];
}

/** Each membership with what happened to it, and the way out. */
export function MembershipHistory(props: MembershipHistoryProps) {
  const { t, i18n } = useLingui();
  const affiliations = readFragment(MembershipHistoryAffiliation, props.affiliations);
  const [ending, setEnding] = useState<Affiliation | null>(null);
  return (
    <>
      <ul className="grid gap-3">
        {affiliations.map((affiliation) => {
          const { id, role, since, until, status, organization, history } = affiliation;
          const from = formatDay(since);
          const name = organization?.name ?? '';
          return (
            <li key={id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
              <div className="grid gap-1 sm:flex sm:items-start sm:justify-between sm:gap-4">
                <div className="grid gap-1">
                  <h3>{organization?.name ?? <Trans>Adı məlum olmayan təşkilat</Trans>}</h3>
                  <p className="flex flex-wrap items-center gap-2 text-soft">
                    <span>
                      {i18n._(roleTerms[role])} ·{' '}
                      {until == null ? <Trans>{from} tarixindən</Trans> : `${from} – ${formatDay(until)}`}
                    </span>
                    <Tag tone={membershipTones[status]}>{i18n._(membershipTerms[status])}</Tag>
                  </p>
                </div>
                {status !== 'ENDED' && (
                  <span className="-ml-4 shrink-0 sm:ml-0">
                    <Button
                      variant="quiet"
                      aria-label={t`Üzvlükdən çıx: ${name}`}
                      onPress={() => setEnding(affiliation)}
                    >
                      <Trans>Üzvlükdən çıx</Trans>
                    </Button>
                  </span>
                )}
              </div>
              {history.length > 0 && <Events history={history} />}
            </li>
          );
        })}
      </ul>
      {ending !== null && (
        <EndMembershipDialog
          affiliationId={ending.id}
          organization={ending.organization?.name ?? ''}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}

function Events({ history }: { history: Affiliation['history'] }) {
  const { i18n } = useLingui();
  return (
    <ol className="grid gap-1 border-t border-line pt-2 text-sm">
      {history.map(({ kind, role, happenedAt, byPerson, reason }) => (
        <li key={`${kind} ${happenedAt}`}>
          <span className="text-soft">{formatMoment(happenedAt)}</span> {i18n._(membershipEventTerms[kind])} (
          {i18n._(roleTerms[role])}), {byPerson ? <Trans>siz etdiniz</Trans> : <Trans>təşkilat etdi</Trans>}
          {reason != null && <span className="block">“{reason}”</span>}
        </li>
      ))}
    </ol>
  );
}
