import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { Notice } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { MemberName, OperatorFrame } from './operator-parts.js';
import { schemaOutcomeTerms } from './operator-terms.js';
import { SchemaDifferences } from './schema-differences.js';

const OperatorSchemasPage = graphql(`
  query OperatorSchemasPage @purpose(is: "none") {
    gateway {
      version
      nodeVersion
      startedAt
      instance
      servesLastGood
      members {
        name
        schemaHash
        schemaSince
      }
      schemaChanges {
        at
        hash
        outcome
        reason
        ...SchemaDifferences_change
      }
    }
  }
`);

/** Which versions run, and what changed with each schema that came. */
export const page = definePage({
  document: OperatorSchemasPage,
  title: msg`Versiyalar və sxem dəyişiklikləri`,
  Component: function OperatorSchemas({ answer }) {
    const { t, i18n } = useLingui();
    const { gateway } = answer.data;
    const title = <Trans>Versiyalar və sxem dəyişiklikləri</Trans>;
    return (
      <OperatorFrame here="schemas" title={title} answer={answer} gateway={gateway}>
        {gateway != null && (
          <>
            {gateway.servesLastGood && (
              <Notice tone="danger" title={<Trans>Sonuncu yaxşı sxem işləyir</Trans>}>
                <p>
                  <Trans>Şlüz başlayanda sxem oxunmadı və ya yararsız idi. Şlüzün jurnalında səbəbi var.</Trans>
                </p>
              </Notice>
            )}
            <section className="grid gap-3">
              <h2>
                <Trans>Şlüz</Trans>
              </h2>
              <Facts
                rows={[
                  [<Trans>Versiya</Trans>, gateway.version],
                  [<Trans>Node.js</Trans>, gateway.nodeVersion],
                  [<Trans>Proses</Trans>, <code>{gateway.instance}</code>],
                  [<Trans>Başlayıb</Trans>, formatMoment(gateway.startedAt, { time: true })],
                ]}
              />
            </section>
            <section className="grid gap-3">
              <h2>
                <Trans>Üzvlərin sxemləri</Trans>
              </h2>
              <DataTable
                caption={t`Üzvlərin sxemləri`}
                isStale={answer.stale}
                rows={gateway.members}
                keyOf={({ name }) => name}
                columns={[
                  { key: 'member', title: t`Üzv`, cell: ({ name }) => <MemberName member={name} /> },
                  { key: 'hash', title: t`Sxem`, cell: ({ schemaHash }) => <code>{schemaHash}</code> },
                  {
                    key: 'since',
                    title: t`Nə vaxtdan`,
                    cell: ({ schemaSince }) => formatMoment(schemaSince, { time: true }),
                  },
                ]}
              />
            </section>
            <section className="grid gap-3">
              <h2>
                <Trans>Dəyişikliklər</Trans>
              </h2>
              <ol className="grid gap-4">
                {gateway.schemaChanges.map((change) => {
                  const { at, hash, outcome, reason } = change;
                  const { term, tone } = schemaOutcomeTerms[outcome];
                  return (
                    <li key={`${at} ${hash ?? ''}`}>
                      <Card>
                        <div className="flex flex-wrap items-center gap-3">
                          <h3>{formatMoment(at, { time: true })}</h3>
                          <Tag tone={tone}>{i18n._(term)}</Tag>
                          {hash != null && <code className="text-sm text-soft">{hash}</code>}
                        </div>
                        {reason != null && <p className="wrap-anywhere">{reason}</p>}
                        {outcome === 'SERVED' && <SchemaDifferences change={change} />}
                      </Card>
                    </li>
                  );
                })}
              </ol>
            </section>
          </>
        )}
      </OperatorFrame>
    );
  },
});
