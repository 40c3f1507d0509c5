import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { NextPage } from '../next-page.js';
import { RecoveryCard } from './recovery-card.js';

const AccountRecoveriesPage = graphql(`
  query AccountRecoveriesPage($after: String) @purpose(is: "none") {
    accountRecoveries(first: 25, after: $after) {
      nodes {
        id
        ...RecoveryCard_recovery
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Tries to get an account back by an e-mail address, which the office can stop in time. */
export const page = definePage({
  document: AccountRecoveriesPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Hesab bərpaları`,
  Component: function AccountRecoveries({ answer, search }) {
    const recoveries = sectionOf<typeof answer.data.accountRecoveries>(answer, ['accountRecoveries']);
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Hesab bərpaları</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Kod düz olandan sonra hesab bir müddət keçməmiş verilmir. Bu müddətdə sahibi və siz onu dayandıra
              bilərsiniz.
            </Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Cəhdlər</Trans>}
          of={recoveries}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Hesabını bərpa etmək istəyən olmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <ul className="grid gap-4">
                {nodes.map((recovery) => (
                  <li key={recovery.id}>
                    <RecoveryCard recovery={recovery} onChanged={answer.reload} />
                  </li>
                ))}
              </ul>
              <NextPage to="/office/recoveries" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
