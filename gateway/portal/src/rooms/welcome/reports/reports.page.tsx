import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { StaffOnly } from '../desk/staff-only.js';
import { PageLinks } from '../paging/page-links.js';
import { ReportTable } from './report-table.js';

const ReportsPage = graphql(`
  query ReportsPage($after: String) @purpose(is: "none") {
    countryReports(first: 25, after: $after) {
      nodes {
        id
        ...ReportTable_report
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The reports of the countries: who is late, and writing one. */
export const page = definePage({
  document: ReportsPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Ölkə hesabatları`,
  Component: function Reports({ answer, search }) {
    return (
      <StaffOnly title={<Trans>Ölkə hesabatları</Trans>}>
        <div className="grid gap-6">
          <h1>
            <Trans>Ölkə hesabatları</Trans>
          </h1>
          <PageSection
            title={<Trans>Kim hesabat verib, kim gecikir</Trans>}
            of={sectionOf<typeof answer.data.countryReports>(answer, ['countryReports'])}
            owner={<Trans>Beynəlxalq Könüllülük Mərkəzi</Trans>}
            empty={
              <Empty>
                <Trans>Hələ hesabat yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <>
                <ReportTable reports={nodes} onSubmitted={answer.reload} />
                <PageLinks to="/reports" search={search} pageInfo={pageInfo} />
              </>
            )}
          </PageSection>
        </div>
      </StaffOnly>
    );
  },
});
