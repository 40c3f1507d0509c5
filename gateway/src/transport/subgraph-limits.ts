import type { GatewayConfig } from '../config/config.js';
import type { TransportSettings } from './transport-config.js';

/** The limits of one subgraph. */
export interface SubgraphLimits extends TransportSettings {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** The limits of a subgraph: what holds for all, and over it what is set for this one. */
export function subgraphLimits(
  { subgraphs, transport, timeouts, limits }: GatewayConfig,
  service: string,
): SubgraphLimits {
  const own = Object.hasOwn(subgraphs, service) ? subgraphs[service] : undefined;
  return {
    ...transport,
    concurrency: own?.concurrency ?? transport.concurrency,
    queue: own?.queue ?? transport.queue,
    // No request can last longer than its operation; a timeout that never comes would hide a hanging subgraph.
    timeoutMs: Math.min(own?.timeoutMs ?? timeouts.fetchMs, timeouts.requestMs),
    maxResponseBytes: limits.responseBytes,
  };
}
