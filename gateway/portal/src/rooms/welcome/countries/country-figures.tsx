import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '../../../design/table/data-table.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatNumber } from '../../../language/format.js';
import { FigureDefinitions } from './figure-definitions.js';
import { releasedText } from '../figures/released-count.js';

const CountryFigures_country = graphql(`
  fragment CountryFigures_country on Country {
    code
    serviceSummary {
      asOf
      people
      verified
      unverified
      threshold
    }
    alumniSummary {
      asOf
      people
      alumni
      studentsAbroad
      threshold
    }
  }
`);

/** The figures of one country, each with what it counts, its day and who counts. */
export function CountryFigures(props: { country: FragmentType<typeof CountryFigures_country> }) {
  const { t } = useLingui();
  const { serviceSummary, alumniSummary } = readFragment(CountryFigures_country, props.country);
  const union = t`Könüllü Təşkilatları İttifaqı`;
  const platform = t`Məzunlar platforması`;
  const figures = [
    { what: t`Orada könüllü olanlar`, count: serviceSummary?.people, of: serviceSummary, owner: union },
    { what: t`Xidməti təsdiqlənmiş könüllülər`, count: serviceSummary?.verified, of: serviceSummary, owner: union },
    {
      what: t`Xidməti hələ təsdiqlənməmiş könüllülər`,
      count: serviceSummary?.unverified,
      of: serviceSummary,
      owner: union,
    },
    { what: t`Orada oxuyan və oxumuşlar`, count: alumniSummary?.people, of: alumniSummary, owner: platform },
    { what: t`İndi oxuyanlar`, count: alumniSummary?.studentsAbroad, of: alumniSummary, owner: platform },
    { what: t`Məzunlar`, count: alumniSummary?.alumni, of: alumniSummary, owner: platform },
  ].filter(({ count }) => releasedText(count) !== null);
  const threshold = formatNumber(serviceSummary?.threshold ?? alumniSummary?.threshold ?? 0);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Rəqəmlər</Trans>
      </h2>
      {figures.length === 0 ? (
        <Empty>
          <Trans>Bu ölkə üzrə açıqlana bilən say yoxdur.</Trans>
        </Empty>
      ) : (
        <>
          <DataTable
            caption={t`Ölkənin rəqəmləri`}
            rows={figures}
            keyOf={({ what }) => what}
            columns={[
              { key: 'what', title: t`Nə sayılır`, cell: ({ what }) => what },
              { key: 'count', title: t`Nəfər`, isNumber: true, cell: ({ count }) => releasedText(count) },
              { key: 'day', title: t`Tarixə`, cell: ({ of }) => (of?.asOf == null ? '–' : formatDay(of.asOf)) },
              { key: 'owner', title: t`Kim sayır`, cell: ({ owner }) => owner },
            ]}
          />
          <p className="text-sm text-soft">
            <Trans>Saylar yuvarlaqlaşdırılıb, {threshold} nəfərdən az olan göstərilmir.</Trans>
          </p>
        </>
      )}
      <FigureDefinitions threshold={serviceSummary || alumniSummary ? threshold : null} />
    </section>
  );
}
