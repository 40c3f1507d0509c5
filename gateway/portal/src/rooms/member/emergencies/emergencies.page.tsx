import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage, organizationKey } from '../purpose/officer-page.js';
import { EmergencyCard } from './emergency-card.js';

const EmergenciesPage = graphql(`
  query EmergenciesPage($organization: ID!, $first: Int, $after: String, $last: Int, $before: String)
  @purpose(is: "none") {
    organization(id: $organization) {
      id
      umbrella
    }
    emergencies(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        ...EmergencyCard_emergency
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`);

/** Events in which the organisation reads contacts without a consent, since lives are in danger. */
export const page = officerPage(
  definePage({
    document: EmergenciesPage,
    variables: ({ params, search }) => ({ organization: params[organizationKey] ?? '', ...placeOf(search) }),
    title: msg`Fövqəladə hallar`,
    Component: function Emergencies({ answer }) {
      const { organization } = answer.data;
      return (
        <div className="grid gap-6">
          <div className="grid justify-items-start gap-3">
            <h1>
              <Trans>Fövqəladə hallar</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>
                Həyat və ya sağlamlıq təhlükədə olanda, icazəsiz də əlaqə məlumatını açır: ən çox 72 saatlıq, iki
                əməkdaşın razılığı ilə. Oxunan hər kəs bunu öz jurnalında görür.
              </Trans>
            </p>
            {organization?.umbrella === true && (
              <ButtonLink to="/emergencies/new">
                <Trans>Fövqəladə hal təklif et</Trans>
              </ButtonLink>
            )}
            {organization?.umbrella === false && (
              <p className="max-w-2xl">
                <Trans>Fövqəladə halı ittifaq, platforma, mərkəz və dövlət qurumları açır.</Trans>
              </p>
            )}
          </div>
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={sectionOf<typeof answer.data.emergencies>(answer, ['emergencies'])}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty>
                <Trans>Hələ fövqəladə hal olmayıb. Təklif edilənlər təsdiqini burada gözləyəcək.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <ul className="grid gap-4">
                  {nodes.map((emergency) => (
                    <li key={emergency.id}>
                      <EmergencyCard emergency={emergency} />
                    </li>
                  ))}
                </ul>
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
        </div>
      );
    },
  }),
);
