import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry, formatNumber } from '../../../language/format.js';

const CountryTable_country = graphql(`
  fragment CountryTable_country on Country {
    code
    serviceSummary {
      people
    }
    alumniSummary {
      people
    }
  }
`);

interface CountryTableProps {
  readonly countries: readonly FragmentType<typeof CountryTable_country>[];
  /** Codes of the members of the center, which are listed without a figure too. */
  readonly members: readonly string[];
}

/** How many people are known of each country: a bar to compare, and the number. */
export function CountryTable(props: CountryTableProps) {
  const { t } = useLingui();
  const rows = readFragment(CountryTable_country, props.countries)
    .map(({ code, serviceSummary, alumniSummary }) => ({
      code,
      name: formatCountry(code),
      isMember: props.members.includes(code),
      served: countOf(serviceSummary?.people),
      alumni: countOf(alumniSummary?.people),
    }))
    .filter(({ isMember, served, alumni }) => isMember || served > 0 || alumni > 0)
    .toSorted((one, other) => compareText(one.name, other.name));
  const most = {
    served: Math.max(...rows.map((row) => row.served)),
    alumni: Math.max(...rows.map((row) => row.alumni)),
  };
  return (
    <>
      <DataTable
        caption={t`Ölkələr üzrə rəqəmlər`}
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { key: 'name', title: t`Ölkə`, cell: ({ code, name }) => <Link to={`/countries/${code}`}>{name}</Link> },
          {
            key: 'member',
            title: t`Mərkəzin üzvü`,
            cell: ({ isMember }) => (isMember ? <Tag tone="info">{t`üzv`}</Tag> : '–'),
          },
          {
            key: 'served',
            title: t`Orada könüllü olanlar`,
            cell: ({ served }) => <Bar value={served} most={most.served} />,
          },
          {
            key: 'alumni',
            title: t`Orada oxuyan və oxumuşlar`,
            cell: ({ alumni }) => <Bar value={alumni} most={most.alumni} />,
          },
        ]}
      />
      <p className="text-sm text-soft">
        <Trans>Saylar yuvarlaqlaşdırılıb. “–”: say azdır, ya da bilinmir.</Trans>
      </p>
    </>
  );
}

const countOf = (count: unknown) => (typeof count === 'number' ? count : 0);

function Bar({ value, most }: { value: number; most: number }) {
  if (value === 0) return '–';
  return (
    <span className="flex items-center gap-3">
      <svg
        aria-hidden
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        className="hidden h-3 w-24 shrink-0 sm:block lg:w-40"
      >
        <rect width="100" height="10" className="fill-sunken" />
        <rect width={Math.max(2, (100 * value) / most)} height="10" className="fill-accent" />
      </svg>
      <span className="tabular-nums">{formatNumber(value)}</span>
    </span>
  );
}
