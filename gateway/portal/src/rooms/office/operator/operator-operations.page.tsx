import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { definePage } from '../../../page/page.js';
import { Card } from '../../../design/base/card.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { OperatorFrame, Milliseconds } from './operator-parts.js';
import { Plan } from './plan.js';

const OperatorOperationsPage = graphql(`
  query OperatorOperationsPage @purpose(is: "none") {
    gateway {
      slowMs
      operations {
        document
        name
        isMutation
        trusted
        times {
          count
          failures
          p50
          p95
        }
        slowest {
          at
          ms
          ...Plan_run
        }
      }
    }
  }
`);

/** The operations that took longest, the slowest first, each with the plan of its slowest run. */
export const page = definePage({
  document: OperatorOperationsPage,
  title: msg`Yavaş sorğular`,
  Component: function OperatorOperations({ answer }) {
    const { gateway } = answer.data;
    const slowMs = gateway?.slowMs ?? null;
    return (
      <OperatorFrame here="operations" title={<Trans>Yavaş sorğular</Trans>} answer={answer} gateway={gateway}>
        {gateway != null && (
          <>
            <p className="max-w-prose text-soft">
              <Trans>
                Son 20 dəqiqənin ən uzun çəkən sorğuları. Burada heç kimin yazdığı dəyər yoxdur: adlar portalın öz
                səhifələrinin adlarıdır, qalanları yalnız barmaq izi ilə göstərilir.
              </Trans>
            </p>
            {gateway.operations.length === 0 ? (
              <Empty>
                <Trans>Son 20 dəqiqədə sorğu olmayıb.</Trans>
              </Empty>
            ) : (
              <ol className={`grid gap-4 ${answer.stale ? 'opacity-60' : ''}`}>
                {gateway.operations.map(({ document, name, isMutation, trusted, times, slowest }) => (
                  <li key={`${document} ${name ?? ''}`}>
                    <Card>
                      <div className="flex flex-wrap items-center gap-2">
                        <h2 className="min-w-0 text-lg break-words">{name ?? <code>{document.slice(0, 12)}</code>}</h2>
                        {slowMs !== null && (times.p95 ?? 0) >= slowMs && (
                          <Tag tone="danger">
                            <Trans>yavaş</Trans>
                          </Tag>
                        )}
                        {isMutation && (
                          <Tag>
                            <Trans>dəyişiklik edir</Trans>
                          </Tag>
                        )}
                        {!trusted && (
                          <Tag tone="warning">
                            <Trans>tanınmayan sorğu</Trans>
                          </Tag>
                        )}
                      </div>
                      <dl className="flex flex-wrap gap-x-8 gap-y-2">
                        <Figure name={<Trans>Neçə dəfə</Trans>}>{formatNumber(times.count)}</Figure>
                        {times.failures > 0 && (
                          <Figure name={<Trans>Xətası olan</Trans>}>{formatNumber(times.failures)}</Figure>
                        )}
                        <Figure name={<Trans>Yarısı ən çoxu</Trans>}>
                          <Milliseconds ms={times.p50} />
                        </Figure>
                        <Figure name={<Trans>100-dən 95-i ən çoxu</Trans>}>
                          <Milliseconds ms={times.p95} />
                        </Figure>
                        {name != null && (
                          <Figure name={<Trans>Barmaq izi</Trans>}>
                            <code className="text-sm">{document.slice(0, 12)}</code>
                          </Figure>
                        )}
                      </dl>
                      {slowest != null && <SlowestRun at={slowest.at} ms={slowest.ms} run={slowest} />}
                    </Card>
                  </li>
                ))}
              </ol>
            )}
          </>
        )}
      </OperatorFrame>
    );
  },
});

function Figure({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}

function SlowestRun({ at, ms, run }: { at: string; ms: number; run: Parameters<typeof Plan>[0]['run'] }) {
  const moment = formatMoment(at, { time: true });
  return (
    <details className="rounded-lg border border-line">
      <summary className="min-h-target cursor-pointer px-3 py-2.5 font-semibold">
        <Trans>
          Ən uzun icranın planı: <Milliseconds ms={ms} />, {moment}
        </Trans>
      </summary>
      <div className="border-t border-line p-3">
        <Plan run={run} />
      </div>
    </details>
  );
}
