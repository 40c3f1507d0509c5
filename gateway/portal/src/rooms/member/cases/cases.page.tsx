import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { CaseOutline } from '../../_shared/cases/case-outline.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { HandleCase } from './handle-case.js';

const CasesPage = graphql(`
  query CasesPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    supportCases(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        ...CaseOutline_case
        ...HandleCase_case
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    missions(first: 100) {
      nodes {
        id
        ...HandleCase_mission
      }
    }
  }
`);

/** The open cases of the officer's association. */
export const page = officerPage(
  definePage({
    document: CasesPage,
    variables: ({ search }) => placeOf(search),
    title: msg`Tələbələrin problemləri`,
    Component: function Cases({ answer }) {
      return (
        <div className="grid gap-8">
          <div className="grid max-w-2xl gap-2">
            <h1>
              <Trans>Tələbələrin problemləri</Trans>
            </h1>
            <Link to="/cases/meetings">
              <Trans>Müraciət qrupları və rəsmi görüşlər</Trans>
            </Link>
          </div>
          <PageSection
            title={<Trans>Açıq müraciətlər</Trans>}
            of={sectionOf<typeof answer.data.supportCases>(answer, ['supportCases'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Açıq müraciət yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <ul className="grid gap-4 lg:grid-cols-2">
                  {nodes.map((one) => (
                    <li key={one.id}>
                      <Card>
                        <CaseOutline of={one} />
                        <HandleCase of={one} missions={answer.data.missions?.nodes ?? []} onChanged={answer.reload} />
                      </Card>
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
