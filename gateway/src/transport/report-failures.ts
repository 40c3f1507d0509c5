import { LRUCache } from 'lru-cache';
import type { Logger } from '../telemetry/logger.js';
import type { GatewayMetrics } from '../telemetry/metrics.js';
import type { FailureReason } from './failure-reason.js';

/** A subgraph that is down fails many requests a second, all for one reason. */
const LINE_EVERY_MS = 1_000;
const MAX_PAIRS = 1_000;

/**
 * Makes what counts each failure of a subgraph, and writes at most a line a second for each subgraph and reason, with the
 * number of those that had none.
 */
export function reportFailures(
  logger: Logger,
  metrics: Pick<GatewayMetrics, 'subgraphFailed'>,
  now: () => number = () => performance.now(),
): (service: string, reason: FailureReason) => void {
  const lines = new LRUCache<string, { at: number; silent: number }>({ max: MAX_PAIRS });
  return (subgraph, reason) => {
    metrics.subgraphFailed(subgraph, reason);
    const key = `${reason} ${subgraph}`;
    const at = now();
    const last = lines.get(key);
    if (last !== undefined && at - last.at < LINE_EVERY_MS) {
      last.silent++;
      return;
    }
    lines.set(key, { at, silent: 0 });
    const more = last === undefined || last.silent === 0 ? {} : { more: last.silent };
    logger.warn({ subgraph, reason, ...more }, 'subgraph failed');
  };
}
