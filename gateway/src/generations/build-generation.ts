import type { DemandControl } from '../cost/demand-control.js';
import type { DocumentSource } from '../documents/document-source.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { Operations } from '../operation/operations.js';
import type { Trust } from '../trust/trust.js';
import type { CacheStore } from '../sharing/cache/cache-store.js';
import type { SharingConfig } from '../sharing/sharing-config.js';
import { Sharing } from '../sharing/sharing.js';
import { createSubscriptions, type SubscriptionOptions } from '../subscription/create-subscriptions.js';
import { subgraphUrls } from '../supergraph/subgraph-urls.js';
import { loadSupergraph, parseSupergraph } from '../supergraph/supergraph.js';
import type { Logger } from '../telemetry/logger.js';
import { measuredPlanner } from '../planning/measured-planner.js';
import type { GatewayMetrics } from '../telemetry/metrics.js';
import { subgraphLimits, type TransportOptions } from '../transport/subgraph-limits.js';
import { proveAnswers } from './prove-answers.js';
import { reportFailures } from '../transport/report-failures.js';
import { Transport } from '../transport/transport.js';
import { askWith, type AnsweredPart } from './answered-part.js';
import type { GenerationParts } from './generation.js';

/** What outlives every supergraph. */
export interface LastingParts {
  readonly documents: DocumentSource;
  readonly store: CacheStore | null;
  readonly trust: Trust;
  readonly demand: DemandControl | null;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  /** What the gateway adds to the graph itself; null: nothing. */
  readonly own: AnsweredPart | null;
}

/** What serving one supergraph needs of the configuration. */
export interface GenerationOptions extends TransportOptions, SubscriptionOptions {
  readonly subgraphs: Readonly<Record<string, SubgraphOptions>>;
  readonly timeouts: TransportOptions['timeouts'] & { readonly planMs: number };
  readonly limits: TransportOptions['limits'] & DocumentLimits;
  readonly sharing: SharingConfig;
}

/** What one subgraph may have otherwise than the others. */
type SubgraphOptions = TransportOptions['subgraphs'][string] &
  SubscriptionOptions['subgraphs'][string] & { readonly url?: string | undefined };

/**
 * Makes what belongs to one supergraph and is freed with it, and has it answer an operation. Rejects with
 * {@link SupergraphError} when it must not be served.
 */
export async function buildGeneration(
  config: GenerationOptions,
  sdl: string,
  lasting: LastingParts,
): Promise<GenerationParts> {
  const { documents, store, trust, demand, metrics, logger, own } = lasting;
  const document = parseSupergraph(sdl);
  await trust.checkMembers(document);
  const supergraph = loadSupergraph(document, config.timeouts.planMs, own);
  documents.check(supergraph.schema, config.limits);
  trust.check(supergraph);
  const urls = subgraphUrls(supergraph.subgraphs, config.subgraphs);
  const transport = new Transport({
    urls,
    limitsOf: (service) => subgraphLimits(config, service),
    echoOf: (headers) => trust.echoOf(headers),
    onBreaker: (service, state) => {
      logger.warn({ subgraph: service, state }, 'circuit breaker');
      metrics.breaker(service, state);
    },
    onFailure: reportFailures(logger, metrics),
  });
  const fetchMs = (service: string) => subgraphLimits(config, service).timeoutMs;
  const sharing = new Sharing({ transport, config: config.sharing, store, fetchMs });
  const subscriptions = createSubscriptions(config, urls, lasting);
  const operations = new Operations({
    supergraph: { ...supergraph, planner: measuredPlanner(supergraph.planner, metrics) },
    sharing: { fetch: askWith(own, (request) => sharing.fetch(request)) },
    hasRoom: (services, deadline) => {
      const hasRoom = transport.hasRoom(services, deadline);
      if (!hasRoom) metrics.shed();
      return hasRoom;
    },
    trust,
    limits: config.limits,
    demand,
    subscriptions,
    requestTimeoutMs: config.timeouts.requestMs,
  });
  const close = async (): Promise<void> => {
    await subscriptions.close();
    transport.close();
  };
  try {
    await proveAnswers(operations);
  } catch (error) {
    await close();
    throw error;
  }
  return { supergraph, operations, subscriptions, urls, status: () => transport.status(), close };
}
