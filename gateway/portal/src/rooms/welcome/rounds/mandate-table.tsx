import { useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';

const MandateTable_mandate = graphql(`
  fragment MandateTable_mandate on Mandate {
    id
    category
    endsAt
    revokedAt
    giver {
      id
      name
    }
    holder {
      id
      name
    }
  }
`);

/** Who lets whom act for them, over what, until when. */
export function MandateTable(props: { mandates: readonly FragmentType<typeof MandateTable_mandate>[] }) {
  const { t, i18n } = useLingui();
  const mandates = readFragment(MandateTable_mandate, props.mandates).toSorted(
    (one, other) =>
      compareText(one.giver?.name ?? '', other.giver?.name ?? '') || one.category.localeCompare(other.category),
  );
  const now = new Date().toISOString();
  return (
    <DataTable
      caption={t`Səlahiyyətlər`}
      rows={mandates}
      keyOf={({ id }) => id}
      columns={[
        { key: 'giver', title: t`Verən`, cell: ({ giver }) => giver?.name },
        { key: 'holder', title: t`Alan`, cell: ({ holder }) => holder?.name },
        { key: 'category', title: t`Hansı məlumat`, cell: ({ category }) => i18n._(categoryTerms[category]) },
        { key: 'until', title: t`Nə vaxtadək`, cell: ({ endsAt, revokedAt }) => formatMoment(revokedAt ?? endsAt) },
        {
          key: 'state',
          title: t`Vəziyyət`,
          cell: ({ endsAt, revokedAt }) =>
            revokedAt == null && endsAt > now ? (
              <Tag tone="success">{t`qüvvədədir`}</Tag>
            ) : (
              <Tag>{revokedAt == null ? t`bitib` : t`geri götürülüb`}</Tag>
            ),
        },
      ]}
    />
  );
}
