import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { refusalTerms } from '../../../language/terms.js';
import { loggedTerms } from '../member-terms.js';

const LogTable_entry = graphql(`
  fragment LogTable_entry on OrganizationAccessLogEntry {
    id
    category
    decidedAt
    purpose
    refusal
    viewer
    volunteer {
      id
    }
  }
`);

interface LogTableProps {
  readonly caption: string;
  readonly entries: readonly FragmentType<typeof LogTable_entry>[];
  /** The names of purposes by their codes. */
  readonly purposes: ReadonlyMap<string, string>;
}

/** Who read what, when and what for; whose it was opens with the usual right. */
export function LogTable({ caption, entries, purposes }: LogTableProps) {
  const { i18n } = useLingui();
  return (
    <DataTable
      caption={caption}
      rows={readFragment(LogTable_entry, entries)}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'when',
          title: <Trans>Nə vaxt</Trans>,
          cell: ({ decidedAt }) => formatMoment(decidedAt, { time: true }),
        },
        { key: 'what', title: <Trans>Nəyə</Trans>, cell: ({ category }) => i18n._(loggedTerms[category]) },
        {
          key: 'purpose',
          title: <Trans>Nə üçün</Trans>,
          cell: ({ purpose }) => (purpose == null ? '–' : (purposes.get(purpose) ?? purpose)),
        },
        {
          key: 'viewer',
          title: <Trans>Kim baxıb</Trans>,
          cell: ({ viewer }) => <span className="break-all">{viewer}</span>,
        },
        {
          key: 'outcome',
          title: <Trans>Nəticə</Trans>,
          cell: ({ refusal }) =>
            refusal == null ? (
              <Trans>göstərilib</Trans>
            ) : (
              <span className="grid justify-items-start gap-1">
                <Tag tone="warning">
                  <Trans>göstərilməyib</Trans>
                </Tag>
                <span className="text-sm text-soft">{i18n._(refusalTerms[refusal])}</span>
              </span>
            ),
        },
        {
          key: 'person',
          title: <Trans>Şəxs</Trans>,
          cell: ({ volunteer }) => (
            <Link to="/people/$id" params={{ id: volunteer.id }}>
              <Trans>Səhifəsi</Trans>
            </Link>
          ),
        },
      ]}
    />
  );
}
