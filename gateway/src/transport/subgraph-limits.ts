import type { SubgraphTransport, TransportSettings } from './transport-config.js';

export interface SubgraphLimits extends TransportSettings {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

export interface TransportOptions {
  readonly transport: TransportSettings;
  /** By name of the subgraph. */
  readonly subgraphs: Readonly<Record<string, SubgraphTransport>>;
  readonly timeouts: { readonly requestMs: number; readonly fetchMs: number };
  readonly limits: { readonly responseBytes: number };
}

/** The limits of a subgraph: what holds for all, and over it what is set for this one. */
export function subgraphLimits(
  { subgraphs, transport, timeouts, limits }: TransportOptions,
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
