import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Switch } from '../../../design/base/switch.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { NextPage } from '../next-page.js';
import { ErasureCard } from './erasure-card.js';

const OfficeErasuresPage = graphql(`
  query OfficeErasuresPage($open: Boolean!, $after: String) @purpose(is: "none") {
    erasureRequests(open: $open, first: 25, after: $after) {
      nodes {
        id
        ...ErasureCard_request
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who asked to be erased, and which member has not done it. */
export const page = definePage({
  document: OfficeErasuresPage,
  variables: ({ search }) => ({ open: search['all'] !== 'true', after: search['after'] ?? null }),
  title: msg`Silinmələr`,
  Component: function OfficeErasures({ answer, search }) {
    const navigate = useNavigate();
    const { t } = useLingui();
    const requests = sectionOf<typeof answer.data.erasureRequests>(answer, ['erasureRequests']);
    const isAll = search['all'] === 'true';
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Silinmələr</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Hər sorğu bütün üzvlərə çatmalıdır. Kimin silinməsi istənildiyi burada görünmür, yalnız işin gedişi.
            </Trans>
          </p>
        </header>
        <Switch
          isSelected={isAll}
          onChange={(next) => void navigate({ to: '/office/erasures', search: next ? { all: 'true' } : {} })}
        >
          <Trans>Bitənləri də göstər</Trans>
        </Switch>
        <PageSection
          title={isAll ? t`Bütün sorğular` : t`Bitməmiş sorğular`}
          of={requests}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Gözləyən silinmə yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes, pageInfo }) => (
            <>
              <ul className="grid gap-4">
                {nodes.map((request) => (
                  <li key={request.id}>
                    <ErasureCard request={request} />
                  </li>
                ))}
              </ul>
              <NextPage to="/office/erasures" search={search} pageInfo={pageInfo} />
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
