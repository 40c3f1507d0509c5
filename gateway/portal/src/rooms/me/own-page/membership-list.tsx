import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { membershipTerms, membershipTones, roleTerms } from '../me-terms.js';

const MembershipListAffiliation = graphql(`
  fragment MembershipList_affiliation on Affiliation {
    id
    role
    since
    until
    status
    organization {
      id
      name
    }
  }
`);

/** Where the person belongs, and since when. */
export function MembershipList(props: { affiliations: readonly FragmentType<typeof MembershipListAffiliation>[] }) {
  const { i18n } = useLingui();
  const affiliations = readFragment(MembershipListAffiliation, props.affiliations);
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2">
        {affiliations.map(({ id, role, since, until, status, organization }) => {
          const from = formatDay(since);
          return (
            <li key={id} className="grid content-start gap-1">
              <h3>{organization?.name ?? <Trans>Adı məlum olmayan təşkilat</Trans>}</h3>
              <p className="flex flex-wrap items-center gap-2 text-soft">
                <span>
                  {i18n._(roleTerms[role])} ·{' '}
                  {until == null ? <Trans>{from} tarixindən</Trans> : `${from} – ${formatDay(until)}`}
                </span>
                {status !== 'ACTIVE' && <Tag tone={membershipTones[status]}>{i18n._(membershipTerms[status])}</Tag>}
              </p>
            </li>
          );
        })}
      </ul>
      <p>
        <Link to="/me/applications" hash="memberships">
          <Trans>Tarixçə, üzvlükdən çıxmaq</Trans>
        </Link>
      </p>
    </>
  );
}
