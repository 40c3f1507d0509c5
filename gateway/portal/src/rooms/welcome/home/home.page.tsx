import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { signIn } from '../../../data/session.js';
import { Button } from '../../../design/base/button.js';
import { Cards } from '../../../design/base/card.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { currentLanguage } from '../../../language/language.js';
import { OpportunityCard } from '../opportunities/opportunity-card.js';
import { HomeFigures } from './home-figures.js';
import { MemberTour } from './member-tour.js';

const WelcomeHomePage = graphql(`
  query WelcomeHomePage @purpose(is: "none") {
    opportunities(first: 6, open: true) {
      nodes {
        id
        ...OpportunityCard_opportunity
      }
    }
    ...HomeFigures_query
  }
`);

/** What Birlik is, who is in it, and what one can do today. */
export const page = definePage({
  document: WelcomeHomePage,
  title: msg`Könüllülük bir yerdə`,
  Component: function WelcomeHome({ answer }) {
    return (
      <div className="grid gap-12">
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
        <Promises />
        <PageSection
          title={<Trans>Açıq elanlar</Trans>}
          of={sectionOf<typeof answer.data.opportunities>(answer, ['opportunities'])}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          empty={
            <Empty>
              <Trans>İndi açıq elan yoxdur. Yeniləri burada görünəcək.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <>
              <Cards>
                {nodes.map((opportunity) => (
                  <OpportunityCard key={opportunity.id} opportunity={opportunity} />
                ))}
              </Cards>
              <p>
                <Link to="/opportunities">
                  <Trans>Bütün elanlar</Trans>
                </Link>
              </p>
            </>
          )}
        </PageSection>
        <MemberTour />
        <HomeFigures query={answer.data} />
      </div>
    );
  },
});

function Promises() {
  return (
    <section className="grid gap-4">
      <h2>
        <Trans>Üç söz</Trans>
      </h2>
      <ol className="grid gap-6 md:grid-cols-3">
        <li className="grid content-start gap-1 border-t-4 border-accent pt-3">
          <h3>
            <Trans>Bir səhifə</Trans>
          </h3>
          <p>
            <Trans>Təhsil, könüllü saatlar, sertifikatlar və mentorluq bir yerdə, hər biri öz mənbəyi ilə.</Trans>
          </p>
        </li>
        <li className="grid content-start gap-1 border-t-4 border-accent pt-3">
          <h3>
            <Trans>Qərar sizindir</Trans>
          </h3>
          <p>
            <Trans>Kimin, nə üçün və nəyi görəcəyini siz seçirsiniz. İcazəni geri götürəndə o, dərhal bitir.</Trans>
          </p>
          <p>
            <Link to="/verify">
              <Trans>İcazənin qəbzini yoxla</Trans>
            </Link>
          </p>
        </li>
        <li className="grid content-start gap-1 border-t-4 border-accent pt-3">
          <h3>
            <Trans>Hər baxış yazılır</Trans>
          </h3>
          <p>
            <Trans>Məlumatınıza kimin baxdığını görürsünüz. Bu jurnal sonradan gizlicə dəyişdirilə bilməz.</Trans>
          </p>
        </li>
      </ol>
    </section>
  );
}
