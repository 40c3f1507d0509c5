import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { CopyText } from '../../../design/base/copy-text.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { LogTable } from './log-table.js';

const OrganizationLogPage = graphql(`
  query OrganizationLogPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    organizationAccessLog(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        ...LogTable_entry
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    organizationAccessLogHead
    purposes {
      code
      name
    }
  }
`);

/** What was read on behalf of the officer's organisation. */
export const page = officerPage(
  definePage({
    document: OrganizationLogPage,
    variables: ({ search }) => placeOf(search, 50),
    title: msg`Jurnal`,
    Component: function OrganizationLog({ answer }) {
      const { t } = useLingui();
      const head = answer.data.organizationAccessLogHead;
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Jurnal</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>
                Təşkilatınız adından kimin məlumatına nə vaxt və nə üçün baxıldığı. Bu sətirləri həmin şəxslər də görür.
              </Trans>
            </p>
          </div>
          <PageSection
            title={<Trans>Baxışlar</Trans>}
            of={sectionOf<typeof answer.data.organizationAccessLog>(answer, ['organizationAccessLog'])}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty>
                <Trans>Hələ baxış olmayıb. Əməkdaşlarınız kiminsə məlumatına baxdıqca sətirlər burada yaranır.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <LogTable
                  caption={t`Baxışlar`}
                  entries={nodes}
                  purposes={new Map((answer.data.purposes ?? []).map(({ code, name }) => [code, name]))}
                />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
          {head != null && (
            <section className="grid gap-2">
              <h2>
                <Trans>Jurnalın möhürü</Trans>
              </h2>
              <p className="max-w-2xl text-soft">
                <Trans>
                  Bu mətni özünüzdə saxlasanız, sonradan jurnalın dəyişdirilmədiyini yoxlamaq olar. Onu ofis imzalayıb.
                </Trans>
              </p>
              <CopyText label={<Trans>Möhür</Trans>} text={head} />
            </section>
          )}
        </div>
      );
    },
  }),
);
