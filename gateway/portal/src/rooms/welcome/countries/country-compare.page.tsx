import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Link } from '../../../design/base/link.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { DataTable } from '../../../design/table/data-table.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatNumber } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';
import { CompareForm } from './compare-form.js';

const CountryComparePage_country = graphql(`
  fragment CountryComparePage_country on Country {
    code
    serviceSummary {
      people
      verified
    }
    alumniSummary {
      people
      studentsAbroad
      alumni
    }
    cooperation {
      member
      agreements {
        id
      }
      jointProjects {
        id
      }
      conferences {
        id
      }
      chairTerms {
        id
      }
    }
  }
`);

const CountryComparePage = graphql(`
  query CountryComparePage($a: CountryCode!, $b: CountryCode!, $c: CountryCode!, $withC: Boolean!)
  @purpose(is: "none") {
    countries {
      code
    }
    a: country(code: $a) {
      ...CountryComparePage_country
    }
    b: country(code: $b) {
      ...CountryComparePage_country
    }
    c: country(code: $c) @include(if: $withC) {
      ...CountryComparePage_country
    }
  }
`);

const codeOf = (text: string | undefined, fallback: string) =>
  text !== undefined && /^[A-Z]{2}$/.test(text) ? text : fallback;

/** Which countries the address asks for; of two that it leaves open, two that have much to compare. */
function choiceOf(search: Readonly<Record<string, string>>) {
  const a = codeOf(search['a'], 'AZ');
  return { a, b: codeOf(search['b'], a === 'KZ' ? 'AZ' : 'KZ'), c: codeOf(search['c'], '') };
}

/** Two or three countries side by side. */
export const page = definePage({
  document: CountryComparePage,
  variables: ({ search }) => {
    const { a, b, c } = choiceOf(search);
    return { a, b, c: c === '' ? a : c, withC: c !== '' };
  },
  title: msg`Ölkələrin müqayisəsi`,
  Component: function CountryCompare({ answer, search }) {
    const { t } = useLingui();
    const { a, b, c, countries } = answer.data;
    const compared = readFragment(
      CountryComparePage_country,
      [a, b, c].filter((country) => country != null),
    );
    const measures = [
      { what: t`Orada könüllü olanlar`, of: released((country) => country.serviceSummary?.people) },
      { what: t`Xidməti təsdiqlənmiş könüllülər`, of: released((country) => country.serviceSummary?.verified) },
      { what: t`Orada oxuyan və oxumuşlar`, of: released((country) => country.alumniSummary?.people) },
      { what: t`İndi oxuyanlar`, of: released((country) => country.alumniSummary?.studentsAbroad) },
      { what: t`Məzunlar`, of: released((country) => country.alumniSummary?.alumni) },
      {
        what: t`Mərkəzin üzvü`,
        of: (country: Compared) => (country.cooperation == null ? '–' : country.cooperation.member ? t`bəli` : t`xeyr`),
      },
      { what: t`Sazişlər`, of: counted((country) => country.cooperation?.agreements) },
      { what: t`Birgə layihələr`, of: counted((country) => country.cooperation?.jointProjects) },
      { what: t`Konfranslar`, of: counted((country) => country.cooperation?.conferences) },
      { what: t`Sədrlik dövrləri`, of: counted((country) => country.cooperation?.chairTerms) },
    ];
    return (
      <div className="grid gap-6">
        <header className="grid gap-2">
          <Link to="/countries">
            <Trans>Bütün ölkələr</Trans>
          </Link>
          <h1>
            <Trans>Ölkələri müqayisə edin</Trans>
          </h1>
        </header>
        {countries == null ? (
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        ) : (
          <CompareForm codes={countries.map(({ code }) => code)} chosen={choiceOf(search)} />
        )}
        {compared.length > 0 && (
          <>
            <DataTable
              caption={t`Ölkələrin müqayisəsi`}
              isStale={answer.stale}
              rows={measures}
              keyOf={({ what }) => what}
              columns={[
                { key: 'what', title: t`Nə`, cell: ({ what }) => what },
                ...compared.map((country, index) => ({
                  key: `${country.code}-${index}`,
                  title: formatCountry(country.code),
                  isNumber: true,
                  cell: (measure: (typeof measures)[number]) => measure.of(country),
                })),
              ]}
            />
            <p className="text-sm text-soft">
              <Trans>İnsan sayları yuvarlaqlaşdırılıb. “–”: say azdır, ya da bilinmir.</Trans>
            </p>
          </>
        )}
      </div>
    );
  },
});

interface Compared {
  readonly serviceSummary?: { readonly people?: unknown; readonly verified?: unknown } | null;
  readonly alumniSummary?: {
    readonly people?: unknown;
    readonly studentsAbroad?: unknown;
    readonly alumni?: unknown;
  } | null;
  readonly cooperation?: {
    readonly member: boolean;
    readonly agreements: readonly unknown[];
    readonly jointProjects: readonly unknown[];
    readonly conferences: readonly unknown[];
    readonly chairTerms: readonly unknown[];
  } | null;
}

const released = (count: (country: Compared) => unknown) => (country: Compared) => releasedText(count(country)) ?? '–';

const counted = (list: (country: Compared) => readonly unknown[] | undefined) => (country: Compared) => {
  const things = list(country);
  return things === undefined ? '–' : formatNumber(things.length);
};
