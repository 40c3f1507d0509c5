import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { applicantStatusTerms, regionTerms } from '../welcome-terms.js';

const ApplicantTable_applicant = graphql(`
  fragment ApplicantTable_applicant on ListedVolunteer {
    volunteer {
      id
      name
      creativeRecord {
        applications {
          id
          status
          region
          appliedAt
          meanScore
          campaign {
            id
          }
          discipline {
            id
            name
          }
        }
      }
    }
  }
`);

interface ApplicantTableProps {
  readonly applicants: readonly FragmentType<typeof ApplicantTable_applicant>[];
  readonly campaignId: string;
  readonly isStale: boolean;
}

/** The applicants of one campaign, each with their application to it. Whoever is listed sees that in their log. */
export function ApplicantTable({ applicants, campaignId, isStale }: ApplicantTableProps) {
  const { t, i18n } = useLingui();
  const rows = readFragment(ApplicantTable_applicant, applicants)
    .flatMap(({ volunteer }) => volunteer ?? [])
    .map(({ id, name, creativeRecord }) => ({
      id,
      name,
      application: creativeRecord?.applications.find(({ campaign }) => campaign?.id === campaignId) ?? null,
    }));
  return (
    <>
      <DataTable
        caption={t`Müraciət edənlər`}
        isStale={isStale}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: t`Ad`, cell: ({ name }) => name ?? t`adı paylaşılmayıb` },
          { key: 'field', title: t`Sahə`, cell: ({ application }) => application?.discipline?.name ?? '–' },
          {
            key: 'region',
            title: t`Haradan`,
            cell: ({ application }) => (application?.region == null ? '–' : i18n._(regionTerms[application.region])),
          },
          {
            key: 'status',
            title: t`Vəziyyət`,
            cell: ({ application }) => (application === null ? '–' : i18n._(applicantStatusTerms[application.status])),
          },
          {
            key: 'applied',
            title: t`Müraciət günü`,
            cell: ({ application }) => (application === null ? '–' : formatMoment(application.appliedAt)),
          },
          {
            key: 'score',
            title: t`Orta bal`,
            isNumber: true,
            cell: ({ application }) =>
              application?.meanScore == null ? '–' : formatNumber(application.meanScore, { maximumFractionDigits: 1 }),
          },
        ]}
      />
      <p className="text-sm text-soft">
        <Trans>Siyahıda olan hər kəs ona baxdığınızı öz jurnalında görür.</Trans>
      </p>
    </>
  );
}
