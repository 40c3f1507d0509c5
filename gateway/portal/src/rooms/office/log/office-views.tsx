import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { categoryTerms, refusalTerms } from '../../../language/terms.js';
import { NextPage } from '../next-page.js';
import { officeBasisTerms } from '../office-terms.js';

const Views = graphql(`
  fragment OfficeViews_log on OrganizationAccessLogEntryConnection {
    nodes {
      id
      decidedAt
      viewer
      category
      basis
      refusal
      proof {
        index
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

interface OfficeViewsProps {
  readonly log: FragmentType<typeof Views>;
  readonly search: Readonly<Record<string, string>>;
}

/** What people of the office asked about others, refusals too. */
export function OfficeViews({ log, search }: OfficeViewsProps) {
  const { t, i18n } = useLingui();
  const { nodes, pageInfo } = readFragment(Views, log);
  return (
    <>
      <DataTable
        caption={t`Ofis nəyə baxıb`}
        rows={nodes}
        keyOf={({ id }) => id}
        columns={[
          { key: 'when', title: t`Nə vaxt`, cell: ({ decidedAt }) => formatMoment(decidedAt, { time: true }) },
          { key: 'who', title: t`Kim`, cell: ({ viewer }) => <code className="break-all text-sm">{viewer}</code> },
          {
            key: 'what',
            title: t`Nəyə`,
            cell: ({ category }) => (category === 'IDENTITY' ? t`Eynilik` : i18n._(categoryTerms[category])),
          },
          {
            key: 'right',
            title: t`Hansı əsasla`,
            cell: ({ basis, refusal }) =>
              basis !== null ? (
                i18n._(officeBasisTerms[basis])
              ) : (
                <span className="grid justify-items-start gap-1">
                  <Tag tone="warning">
                    <Trans>göstərilmədi</Trans>
                  </Tag>
                  {refusal !== null && <span className="text-sm">{i18n._(refusalTerms[refusal])}</span>}
                </span>
              ),
          },
          {
            key: 'proof',
            title: t`İmzalı jurnalda yeri`,
            isNumber: true,
            cell: ({ proof }) => (proof === null ? t`növbədə` : formatNumber(proof.index)),
          },
        ]}
      />
      <NextPage to="/office/log" search={search} pageInfo={pageInfo} />
    </>
  );
}
