import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
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
          max
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
                      <Facts
                        rows={[
                          [<Trans>Neçə dəfə</Trans>, formatNumber(times.count)],
                          [<Trans>Xətası olan</Trans>, times.failures === 0 ? null : formatNumber(times.failures)],
                          [<Trans>Yarısı ən çoxu</Trans>, <Milliseconds ms={times.p50} />],
                          [<Trans>100-dən 95-i ən çoxu</Trans>, <Milliseconds ms={times.p95} />],
                          [<Trans>Ən uzunu</Trans>, <Milliseconds ms={times.max} />],
                          [
                            <Trans>Barmaq izi</Trans>,
                            <code className="text-sm break-all">{document.slice(0, 16)}</code>,
                          ],
                        ]}
                      />
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

function SlowestRun({ at, ms, run }: { at: string; ms: number; run: Parameters<typeof Plan>[0]['run'] }) {
  const moment = formatMoment(at, { time: true });
  return (
    <details className="rounded-lg border border-line">
      <summary className="flex min-h-target cursor-pointer items-center px-3 py-2 font-semibold">
        <span>
          <Trans>
            Ən uzun icranın planı: <Milliseconds ms={ms} />, {moment}
          </Trans>
        </span>
      </summary>
      <div className="border-t border-line p-3">
        <Plan run={run} />
      </div>
    </details>
  );
}
