import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Cards } from '../../../design/base/card.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { AssociationTable } from '../abroad/association-table.js';
import { MissionList } from '../abroad/mission-list.js';
import { OpportunityCard } from '../opportunities/opportunity-card.js';
import { CountryCooperation } from './country-cooperation.js';
import { CountryFigures } from './country-figures.js';

const CountryPage = graphql(`
  query CountryPage($code: CountryCode!) @purpose(is: "none") {
    country(code: $code) {
      code
      ...CountryFigures_country
      cooperation {
        member
        ...CountryCooperation_cooperation
      }
    }
    opportunities(countryCode: $code, first: 3, open: true) {
      nodes {
        id
        ...OpportunityCard_opportunity
      }
    }
    alumniAssociations(countryCode: $code, first: 20) {
      nodes {
        id
        ...AssociationTable_association
      }
    }
    missions(countryCode: $code, first: 20) {
      nodes {
        id
        ...MissionList_mission
      }
    }
  }
`);

/** One country: its figures, what it does with others, what one finds there. */
export const page = definePage({
  document: CountryPage,
  variables: ({ params }) => ({ code: params['code'] ?? '' }),
  title: msg`Ölkə`,
  Component: function Country({ answer, params }) {
    const code = params['code'] ?? '';
    const { country, opportunities, alumniAssociations, missions } = answer.data;
    const offers = opportunities?.nodes ?? [];
    const associations = alumniAssociations?.nodes ?? [];
    const offices = missions?.nodes ?? [];
    return (
      <article className="grid gap-10">
        <header className="grid justify-items-start gap-3">
          <Link to="/countries">
            <Trans>Bütün ölkələr</Trans>
          </Link>
          <h1>{formatCountry(code)}</h1>
          {country?.cooperation?.member && (
            <Tag tone="info">
              <Trans>Beynəlxalq Könüllülük Mərkəzinin üzvü</Trans>
            </Tag>
          )}
          <ButtonLink to="/countries/compare" search={{ a: code }} variant="secondary">
            <Trans>Başqa ölkə ilə müqayisə et</Trans>
          </ButtonLink>
        </header>
        {country && <CountryFigures country={country} />}
        <PageSection
          title={<Trans>Əməkdaşlıq</Trans>}
          of={sectionOf<NonNullable<typeof country>['cooperation']>(answer, ['country', 'cooperation'])}
          owner={<Trans>Beynəlxalq Könüllülük Mərkəzi</Trans>}
          empty={
            <Empty>
              <Trans>Hələ heç nə bilinmir.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(cooperation) => <CountryCooperation cooperation={cooperation} />}
        </PageSection>
        {associations.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Orada oxuyanların assosiasiyaları</Trans>
            </h2>
            <AssociationTable associations={associations} />
          </section>
        )}
        {offices.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Diplomatik nümayəndəliklər</Trans>
            </h2>
            <MissionList missions={offices} />
          </section>
        )}
        {offers.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Elanlar</Trans>
            </h2>
            <Cards>
              {offers.map((opportunity) => (
                <OpportunityCard key={opportunity.id} opportunity={opportunity} />
              ))}
            </Cards>
            <p>
              <Link to="/opportunities" search={{ country: code }}>
                <Trans>Bu ölkədəki bütün elanlar</Trans>
              </Link>
            </p>
          </section>
        )}
      </article>
    );
  },
});
