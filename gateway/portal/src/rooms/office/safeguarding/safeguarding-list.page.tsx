import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { NextPage } from '../next-page.js';

const OfficeSafeguardingPage = graphql(`
  query OfficeSafeguardingPage($after: String) @purpose(is: "none") {
    safeguardingCases(first: 50, after: $after) {
      nodes {
        id
        reason
        open
        openedAt
        endsAt
        closedAt
        organization {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The safeguarding cases of all organisations: who reads what people are shown only later, and why. */
export const page = definePage({
  document: OfficeSafeguardingPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Mühafizə işləri`,
  Component: function OfficeSafeguarding({ answer, search }) {
    const { t } = useLingui();
    const cases = sectionOf<typeof answer.data.safeguardingCases>(answer, ['safeguardingCases']);
    const isRefused = cases.kind === 'down' && cases.error.code === 'FORBIDDEN';
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Mühafizə işləri</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Təşkilatların mühafizə məsulları açır və bağlayır. İş açıq olduqca oxunanlar şəxsə bir müddət sonra
              göstərilir.
            </Trans>
          </p>
        </header>
        {isRefused ? (
          <Notice tone="info" title={<Trans>Bu siyahını yalnız ofisin admini görür.</Trans>} />
        ) : (
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={cases}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty>
                <Trans>Hələ heç bir təşkilat mühafizə işi açmayıb.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <>
                <DataTable
                  caption={t`Mühafizə işləri`}
                  isStale={answer.stale}
                  rows={nodes}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      key: 'organization',
                      title: t`Təşkilat`,
                      cell: ({ organization }) =>
                        organization === null ? (
                          <Trans>Təşkilat məlum deyil</Trans>
                        ) : (
                          <Link to="/office/organizations/$id" params={{ id: organization.id }}>
                            {organization.name}
                          </Link>
                        ),
                    },
                    { key: 'reason', title: t`Səbəb`, cell: ({ reason }) => reason },
                    { key: 'opened', title: t`Açılıb`, cell: ({ openedAt }) => formatMoment(openedAt) },
                    {
                      key: 'until',
                      title: t`Nə vaxta qədər`,
                      cell: ({ open, closedAt, endsAt }) =>
                        open ? (
                          formatMoment(endsAt, { time: true })
                        ) : (
                          <Tag>{closedAt === null ? <Trans>vaxtı bitib</Trans> : <Trans>bağlanıb</Trans>}</Tag>
                        ),
                    },
                  ]}
                />
                <NextPage to="/office/safeguarding" search={search} pageInfo={pageInfo} />
              </>
            )}
          </PageSection>
        )}
      </div>
    );
  },
});
