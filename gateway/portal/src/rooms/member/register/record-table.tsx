import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';

const RecordTable_record = graphql(`
  fragment RecordTable_record on SourceRecord {
    localKey
    submittedAt
    version
    volunteer {
      id
    }
  }
`);

/** Records that were sent. Whose a record is stands here when the person has said so. */
export function RecordTable({ records }: { records: readonly FragmentType<typeof RecordTable_record>[] }) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Göndərdiyimiz qeydlər`}
      rows={readFragment(RecordTable_record, records)}
      keyOf={({ localKey }) => localKey}
      columns={[
        { key: 'key', title: <Trans>Nömrə</Trans>, cell: ({ localKey }) => localKey },
        { key: 'day', title: <Trans>Göndərilib</Trans>, cell: ({ submittedAt }) => formatMoment(submittedAt) },
        {
          key: 'version',
          title: <Trans>Neçənci dəfə</Trans>,
          cell: ({ version }) => formatNumber(version),
          isNumber: true,
        },
        {
          key: 'person',
          title: <Trans>Kimindir</Trans>,
          cell: ({ volunteer }) =>
            volunteer == null ? (
              <span className="text-soft">
                <Trans>şəxs hələ deməyib</Trans>
              </span>
            ) : (
              <Link to="/people/$id" params={{ id: volunteer.id }}>
                <Trans>Şəxsin səhifəsi</Trans>
              </Link>
            ),
        },
      ]}
    />
  );
}
