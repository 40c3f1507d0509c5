import type { Logger } from '../telemetry/logger.js';
import type { EchoOf } from '../transport/attempts.js';
import type { GatewayMetrics } from '../telemetry/metrics.js';
import { SseUpstream } from './sse-upstream.js';
import { upstreamSchema, type SubscriptionsConfig, type UpstreamConfig } from './subscription-config.js';
import { Subscriptions } from './subscriptions.js';
import type { Upstream, UpstreamLimits } from './upstream.js';
import { WebSocketUpstream } from './websocket-upstream.js';

/** What subscribing needs of the configuration. */
export interface SubscriptionOptions {
  readonly subscriptions: SubscriptionsConfig;
  /** By name of the subgraph. */
  readonly subgraphs: Readonly<Record<string, { readonly subscriptions?: UpstreamConfig | undefined }>>;
  readonly timeouts: { readonly fetchMs: number };
  readonly limits: { readonly responseBytes: number };
}

/** What outlives the subscriptions of one supergraph. */
export interface SubscriptionParts {
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  readonly trust: { readonly proofHeaders: readonly string[]; readonly echoOf: EchoOf };
}

/**
 * Makes what runs the subscriptions of one supergraph.
 *
 * @param urls the addresses of the subgraphs for other requests, by name
 */
export function createSubscriptions(
  config: SubscriptionOptions,
  urls: ReadonlyMap<string, string>,
  { logger, metrics, trust }: SubscriptionParts,
): Subscriptions {
  const limits: UpstreamLimits = { startMs: config.timeouts.fetchMs, maxEventBytes: config.limits.responseBytes };
  const defaults = upstreamSchema.parse({});
  const settingsOf = (service: string) =>
    (Object.hasOwn(config.subgraphs, service) ? config.subgraphs[service]?.subscriptions : undefined) ?? defaults;
  const upstreams = new Map<string, Upstream>();
  for (const [service, routed] of urls) {
    const { protocol, url = routed } = settingsOf(service);
    const upstream =
      protocol === 'sse'
        ? new SseUpstream(service, url, limits, (headers) => trust.echoOf(headers))
        : new WebSocketUpstream(service, url, limits, trust.proofHeaders);
    upstreams.set(service, upstream);
  }
  return new Subscriptions({
    upstreams,
    mayShare: (service) => settingsOf(service).share,
    config: config.subscriptions,
    logger,
    metrics,
  });
}
