import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { AdmitIssuer } from './admit-issuer.js';
import { BindIdentity } from './bind-identity.js';
import { IdentityBindings } from './identity-bindings.js';
import { IssuerCard } from './issuer-card.js';

const IssuersPage = graphql(`
  query IssuersPage($after: String) @purpose(is: "none") {
    issuers {
      issuer
      withdrawnAt
      ...IssuerCard_issuer
    }
    identityBindings(first: 25, after: $after) {
      nodes {
        id
      }
      ...IdentityBindings_bindings
    }
  }
`);

/** By whose sign-in somebody is somebody here, and who was bound by hand. */
export const page = definePage({
  document: IssuersPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Giriş xidmətləri`,
  Component: function Issuers({ answer, search }) {
    const issuers = sectionOf<typeof answer.data.issuers>(answer, ['issuers']);
    const bindings = sectionOf<typeof answer.data.identityBindings>(answer, ['identityBindings']);
    const usable = (answer.data.issuers ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
    const owner = <Trans>Birliyin ofisi</Trans>;
    return (
      <div className="grid gap-10">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Giriş xidmətləri</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              İnsanlar və təşkilatlar bu xidmətlərlə daxil olur. Onların dediyindən yalnız icazə verdiyiniz keçərlidir.
            </Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Xidmətlər</Trans>}
          of={issuers}
          owner={owner}
          empty={
            <Empty>
              <Trans>Hələ heç bir xidmət qəbul edilməyib.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(nodes) => (
            <ul className="grid gap-4 lg:grid-cols-2">
              {nodes.map((issuer) => (
                <li key={issuer.issuer}>
                  <IssuerCard issuer={issuer} />
                </li>
              ))}
            </ul>
          )}
        </PageSection>
        <AdmitIssuer onAdmitted={answer.reload} />
        <PageSection
          title={<Trans>Əl ilə bağlanmış şəxslər</Trans>}
          of={bindings}
          owner={owner}
          empty={
            <Empty>
              <Trans>Heç kim əl ilə bağlanmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(connection) => <IdentityBindings bindings={connection} search={search} onChanged={answer.reload} />}
        </PageSection>
        <BindIdentity issuers={usable.map(({ issuer }) => issuer)} onBound={answer.reload} />
      </div>
    );
  },
});
