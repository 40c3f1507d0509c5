import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { signIn } from '../../../data/session.js';
import { Button } from '../../../design/base/button.js';
import { Card, Cards } from '../../../design/base/card.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay } from '../../../language/format.js';
import { currentLanguage } from '../../../language/language.js';

const WelcomeHomePage = graphql(`
  query WelcomeHomePage @purpose(is: "none") {
    opportunities(first: 6) {
      nodes {
        id
        title
        city
        startsOn
        endsOn
        country {
          code
        }
        organization {
          id
          name
        }
      }
    }
  }
`);

/** What Birlik is, and what one can do today. */
export const page = definePage({
  document: WelcomeHomePage,
  title: msg`Könüllülük bir yerdə`,
  Component: function WelcomeHome({ answer }) {
    const opportunities = sectionOf<typeof answer.data.opportunities>(answer, ['opportunities']);
    return (
      <div className="grid gap-10">
        <section className="grid max-w-2xl justify-items-start gap-4">
          <h1>
            <Trans>Bütün könüllü yolunuz bir səhifədə</Trans>
          </h1>
          <p className="text-lg">
            <Trans>
              Universitet, ASAN Məktəb, könüllü təşkilatları və məzunlar platforması sizin haqqınızda bildiklərini
              özlərində saxlayır. Birlik onları bir səhifədə göstərir, kimin nəyi görəcəyinə isə siz qərar verirsiniz.
            </Trans>
          </p>
          <div className="flex flex-wrap gap-3">
            <Button onPress={() => void signIn(currentLanguage())}>
              <Trans>Qoşul və ya daxil ol</Trans>
            </Button>
            <ButtonLink to="/opportunities" variant="secondary">
              <Trans>Elanlara bax</Trans>
            </ButtonLink>
          </div>
        </section>
        <PageSection
          title={<Trans>Açıq elanlar</Trans>}
          of={opportunities}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          empty={
            <Empty>
              <Trans>İndi açıq elan yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <Cards>
              {nodes.map((opportunity) => (
                <Card key={opportunity.id}>
                  <h3>{opportunity.title}</h3>
                  <p>{opportunity.organization?.name}</p>
                  <p className="text-soft">
                    {opportunity.city}
                    {opportunity.country && `, ${formatCountry(opportunity.country.code)}`} ·{' '}
                    {formatDay(opportunity.startsOn)}
                  </p>
                </Card>
              ))}
            </Cards>
          )}
        </PageSection>
      </div>
    );
  },
});
