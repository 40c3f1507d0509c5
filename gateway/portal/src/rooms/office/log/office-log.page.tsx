import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { CopyText } from '../../../design/base/copy-text.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { KeptHeads } from './kept-heads.js';
import { OfficeViews } from './office-views.js';
import { readHead } from './signed-head.js';

const OfficeLogPage = graphql(`
  query OfficeLogPage($after: String) @purpose(is: "none") {
    organizationAccessLogHead
    signingKeys {
      kid
      since
      retiredAt
    }
    ...KeptHeads_query
    organizationAccessLog(first: 15, after: $after) {
      nodes {
        id
      }
      ...OfficeViews_log
    }
  }
`);

/** The log that nobody can change unnoticed: its newest head, who keeps it, the keys, and what the office itself looked at. */
export const page = definePage({
  document: OfficeLogPage,
  variables: ({ search }) => ({ after: search['after'] ?? null }),
  title: msg`Jurnal`,
  Component: function OfficeLog({ answer, search }) {
    const head = sectionOf<string>(answer, ['organizationAccessLogHead']);
    const keys = sectionOf<typeof answer.data.signingKeys>(answer, ['signingKeys']);
    const views = sectionOf<typeof answer.data.organizationAccessLog>(answer, ['organizationAccessLog']);
    const owner = <Trans>Birliyin ofisi</Trans>;
    return (
      <div className="grid gap-10">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Jurnal</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Hər baxış jurnala yazılır. Jurnalın başlığı imzalanır və üzvlərdə saxlanılır, ona görə sonradan heç bir
              sətir gizlicə dəyişdirilə bilməz.
            </Trans>
          </p>
        </header>
        <PageSection
          title={<Trans>Ən yeni başlıq</Trans>}
          of={head}
          owner={owner}
          empty={
            <Empty>
              <Trans>Hələ heç nə imzalanmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(jws) => {
            const signed = readHead(jws);
            return (
              <div className="grid gap-3">
                <Facts
                  rows={[
                    [<Trans>Sətirlər</Trans>, signed && formatNumber(signed.size)],
                    [<Trans>İmzalanıb</Trans>, signed && formatMoment(signed.signedAt, { time: true })],
                    [<Trans>Kök</Trans>, signed && <code className="break-all">{signed.root}</code>],
                  ]}
                />
                <Disclosure label={<Trans>Sonradan yoxlamaq üçün saxla</Trans>}>
                  <CopyText label={<Trans>İmzalı başlıq</Trans>} text={jws} />
                </Disclosure>
              </div>
            );
          }}
        </PageSection>
        <section className="grid gap-3">
          <h2>
            <Trans>Üzvlərdə saxlanılan başlıqlar</Trans>
          </h2>
          <KeptHeads query={answer.data} />
        </section>
        <PageSection
          title={<Trans>Ofisin imza açarları</Trans>}
          of={keys}
          owner={owner}
          empty={
            <Empty>
              <Trans>Açar yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(rows) => (
            <ul className="grid gap-2">
              {rows.map(({ kid, since, retiredAt }) => {
                const from = formatMoment(since);
                return (
                  <li key={kid} className="flex flex-wrap items-center gap-3">
                    <code className="break-all">{kid}</code>
                    <span className="text-soft">
                      <Trans>{from} tarixindən</Trans>
                    </span>
                    {retiredAt === null ? (
                      <Tag tone="success">
                        <Trans>imzalayır</Trans>
                      </Tag>
                    ) : (
                      <Tag>
                        <Trans>istifadədən çıxıb</Trans>
                      </Tag>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </PageSection>
        <PageSection
          title={<Trans>Ofis nəyə baxıb</Trans>}
          of={views}
          owner={owner}
          empty={
            <Empty>
              <Trans>Ofis hələ heç kimin məlumatına baxmayıb.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(log) => <OfficeViews log={log} search={search} />}
        </PageSection>
      </div>
    );
  },
});
