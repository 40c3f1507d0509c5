import { useLingui } from '@lingui/react/macro';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';

const CertificateTypes_type = graphql(`
  fragment CertificateTypes_type on CertificateType {
    id
    name
    minimumScore
    version
    source {
      ...SourceNote_source
    }
  }
`);

/** Which score earns which certificate. */
export function CertificateTypes(props: { types: readonly FragmentType<typeof CertificateTypes_type>[] }) {
  const { t } = useLingui();
  const types = readFragment(CertificateTypes_type, props.types);
  return (
    <DataTable
      caption={t`Sertifikat növləri`}
      rows={types}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: t`Növ`, cell: ({ name }) => name },
        {
          key: 'score',
          title: t`Ən azı, bal`,
          isNumber: true,
          cell: ({ minimumScore }) => formatNumber(minimumScore),
        },
        { key: 'version', title: t`Qaydaların nəşri`, isNumber: true, cell: ({ version }) => formatNumber(version) },
        { key: 'source', title: t`Mənbə`, cell: ({ source }) => <SourceNote source={source} /> },
      ]}
    />
  );
}
