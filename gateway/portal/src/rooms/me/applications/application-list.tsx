import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { applicationTerms, applicationTones } from '../me-terms.js';

const ApplicationListApplication = graphql(`
  fragment ApplicationList_application on OpportunityApplication {
    id
    status
    appliedAt
    decidedAt
    reason
    opportunity {
      id
      title
      city
      organization {
        id
        name
      }
    }
  }
`);

interface ApplicationListProps {
  readonly applications: readonly FragmentType<typeof ApplicationListApplication>[];
}

/** What the person applied to, and where each application stands. */
export function ApplicationList(props: ApplicationListProps) {
  const { i18n } = useLingui();
  const applications = readFragment(ApplicationListApplication, props.applications);
  return (
    <ul className="grid gap-3">
      {applications.map(({ id, status, appliedAt, decidedAt, reason, opportunity }) => {
        const applied = formatMoment(appliedAt);
        const decided = decidedAt == null ? '' : formatMoment(decidedAt);
        return (
          <li key={id} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
            <h3 className="flex flex-wrap items-center gap-2">
              {opportunity == null ? (
                <Trans>Elan artıq yayımlanmır</Trans>
              ) : (
                <Link to={`/opportunities/${encodeURIComponent(opportunity.id)}`}>{opportunity.title}</Link>
              )}
              <Tag tone={applicationTones[status]}>{i18n._(applicationTerms[status])}</Tag>
            </h3>
            <p>{[opportunity?.organization?.name, opportunity?.city].filter(Boolean).join(' · ')}</p>
            <p className="text-soft">
              {decidedAt == null ? (
                <Trans>Müraciət etdiniz: {applied}</Trans>
              ) : (
                <Trans>
                  Müraciət etdiniz: {applied}, cavab: {decided}
                </Trans>
              )}
            </p>
            {reason != null && <p>“{reason}”</p>}
          </li>
        );
      })}
    </ul>
  );
}
