import { setTimeout as pause } from 'node:timers/promises';
import { AssertionSigner } from './access/assertion-signer.js';
import { TokenVerifier } from './access/token-verifier.js';
import type { GatewayConfig } from './config/config.js';
import { createDemandControl, type DemandControl } from './cost/demand-control.js';
import { openDocumentSource, type DocumentSource } from './documents/document-source.js';
import type { GenerationParts } from './generations/generation.js';
import {
  Generations,
  type GenerationHooks,
  type LoadOutcome,
  type SupergraphCheck,
} from './generations/generations.js';
import { compilePolicies, type Policies } from './guards/policies.js';
import { removedRules } from './guards/removed-rules.js';
import { createAnswerWriter } from './http/answer-writer.js';
import { createCors } from './http/cors.js';
import { createEntrance } from './http/entrance.js';
import { createGraphiql } from './http/graphiql/graphiql.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { HttpServer } from './http/http-server.js';
import { LoadShedder } from './http/load-shedder.js';
import { createIdempotency } from './idempotency/create-idempotency.js';
import { Operations } from './operations.js';
import type { CacheStore } from './sharing/cache/cache-store.js';
import { createInvalidationHandler } from './sharing/cache/invalidation-handler.js';
import { createStore } from './sharing/cache/create-store.js';
import { Sharing } from './sharing/sharing.js';
import { loadSupergraph, SupergraphError } from './supergraph/supergraph.js';
import { createSubscriptions } from './subscription/create-subscriptions.js';
import { WebSockets } from './subscription/websocket-server.js';
import type { Logger } from './telemetry/logger.js';
import { measuredPlanner } from './telemetry/measured-planner.js';
import type { GatewayMetrics } from './telemetry/metrics.js';
import { createTelemetry } from './telemetry/telemetry.js';
import { subgraphLimits } from './transport/subgraph-limits.js';
import { Transport } from './transport/transport.js';

/** A gateway that is loaded and not yet listening. */
export interface Gateway {
  /** Listens on the configured address and answers the port. */
  listen(): Promise<number>;
  /** The port for metrics; null without one and before `listen`. */
  readonly metricsPort: number | null;
  /**
   * Serves another supergraph; running requests end on theirs. Rejects with {@link SupergraphError} when it must not be
   * served; what was served still is.
   */
  reload(supergraphSdl: string): Promise<LoadOutcome>;
  /** Stops taking requests, lets running ones end within the configured time and closes all connections. */
  close(): Promise<void>;
}

/** What a gateway may be started with beside its configuration. */
export interface GatewayOptions {
  /** Whether the supergraph is not the configured one but the one that was served last. */
  readonly isLastGood?: boolean;
}

/** What a supergraph must not do to the one before it. */
const CHECKS: readonly SupergraphCheck[] = [(before, after) => removedRules(before.guards, after.guards)];

/**
 * Makes a gateway for a supergraph. Rejects with {@link SupergraphError} when the supergraph must not be served, and with
 * a `ConfigError` when the trusted documents are not valid against it. Nothing is opened before `listen`.
 */
export async function createGateway(
  config: GatewayConfig,
  supergraphSdl: string,
  logger: Logger,
  { isLastGood = false }: GatewayOptions = {},
): Promise<Gateway> {
  const telemetry = await createTelemetry(config.telemetry, logger);
  const documents = await openDocumentSource(config.documents);
  const store = await createStore(config.sharing.cache, logger);
  const lasting: LastingParts = {
    documents,
    store,
    logger,
    signer: config.assertionKey === null ? null : new AssertionSigner(config.assertionKey),
    demand: createDemandControl(config),
    policies: compilePolicies(config.policies),
    metrics: telemetry.metrics,
  };
  const { warm, drainMs } = config.supergraph;
  const hooks: GenerationHooks = {
    onServed: () => telemetry.metrics.reloaded(true),
    onRefused: () => telemetry.metrics.reloaded(false),
  };
  const build = (sdl: string) => buildGeneration(config, sdl, lasting);
  const generations = await Generations.start({ build, checks: CHECKS, warm, drainMs, logger, hooks }, supergraphSdl);
  let servesLastGood = isLastGood;
  const idempotency = createIdempotency(config, logger);
  const tokens = new TokenVerifier(config.issuers);
  const origins = [...config.cors.origins, ...config.subscriptions.origins];
  const handler = createGraphqlHandler({
    operations: () => generations.current,
    documents,
    tokens,
    telemetry,
    maxBodyBytes: config.limits.bodyBytes,
    traceHeader: config.telemetry.traceHeader,
    planHeader: config.graphiql,
    streams: { pingMs: config.subscriptions.pingMs, origins },
    idempotency,
    writeAnswer: createAnswerWriter(config.compression),
  });
  const graphiql = config.graphiql ? createGraphiql(() => generations.current.supergraph.schema) : null;
  const shedder = new LoadShedder(config.shedding, logger, telemetry.metrics);
  const entrance = createEntrance({
    graphql: handler,
    shedder,
    cors: createCors(config.cors),
    page: graphiql?.page ?? null,
  });
  const { invalidationSecret } = config.sharing.cache;
  const invalidate =
    store === null || invalidationSecret === undefined ? null : createInvalidationHandler(store, invalidationSecret);
  const sockets = new WebSockets({
    operations: () => generations.current,
    documents,
    tokens,
    logger,
    config: config.subscriptions,
    maxMessageBytes: config.limits.bodyBytes,
    origins,
  });
  const server = new HttpServer({
    graphql: entrance,
    upgrade: (request, connection, head) => sockets.upgrade(request, connection, head),
    others: (path, request, response) => {
      if (path !== '/cache/invalidate' || invalidate === null) return graphiql?.asset(path, request, response) ?? false;
      void invalidate(request, response);
      return true;
    },
    readyDetails: () => (servesLastGood ? { supergraph: 'last-good' } : {}),
  });
  let metricsPort: number | null = null;
  return {
    get metricsPort() {
      return metricsPort;
    },
    listen: async () => {
      metricsPort = await telemetry.listen();
      return server.listen(config.port, config.host);
    },
    reload: async (sdl) => {
      const outcome = await generations.load(sdl);
      if (outcome !== 'superseded') servesLastGood = false;
      return outcome;
    },
    close: async () => {
      const graceEnds = performance.now() + config.shutdownDelayMs + config.shutdownGraceMs;
      const closed = server.close(config.shutdownGraceMs, config.shutdownDelayMs);
      // Their clients are to come back elsewhere, as soon as nobody is sent here any more.
      await pause(config.shutdownDelayMs);
      await Promise.all([closed, sockets.close(config.shutdownGraceMs), generations.endSubscriptions()]);
      shedder.close();
      await Promise.all([generations.close(), idempotency.close()]);
      await store?.close();
      await telemetry.close(Math.max(graceEnds - performance.now(), 0));
    },
  };
}

/** What outlives every supergraph. */
interface LastingParts {
  readonly documents: DocumentSource;
  readonly store: CacheStore | null;
  readonly signer: AssertionSigner | null;
  readonly demand: DemandControl | null;
  readonly policies: Policies;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

/** Makes what belongs to one supergraph and is freed with it. */
function buildGeneration(config: GatewayConfig, sdl: string, lasting: LastingParts): GenerationParts {
  const { documents, store, signer, demand, policies, metrics, logger } = lasting;
  const supergraph = loadSupergraph(sdl, config.timeouts.planMs);
  documents.check(supergraph.schema, config.limits);
  const urls = subgraphUrls(supergraph.subgraphs, config.subgraphs);
  const transport = new Transport({
    urls,
    limitsOf: (service) => subgraphLimits(config, service),
    onBreaker: (service, state) => {
      logger.warn({ subgraph: service, state }, 'circuit breaker');
      metrics.breaker(service, state);
    },
  });
  const fetchMs = (service: string) => subgraphLimits(config, service).timeoutMs;
  const sharing = new Sharing({ transport, config: config.sharing, store, fetchMs });
  const subscriptions = createSubscriptions(config, supergraph, urls, lasting);
  const operations = new Operations({
    supergraph: { ...supergraph, planner: measuredPlanner(supergraph.planner, metrics) },
    sharing,
    signer,
    limits: config.limits,
    demand,
    policies,
    subscriptions,
    requestTimeoutMs: config.timeouts.requestMs,
  });
  const close = async (): Promise<void> => {
    await subscriptions.close();
    await transport.close();
  };
  return { supergraph, operations, subscriptions, close };
}

function subgraphUrls(
  routing: ReadonlyMap<string, string>,
  overrides: GatewayConfig['subgraphs'],
): ReadonlyMap<string, string> {
  for (const name of Object.keys(overrides)) {
    if (!routing.has(name)) {
      throw new SupergraphError(`The configuration names "${name}", which is no subgraph of the supergraph.`);
    }
  }
  const urls = new Map<string, string>();
  for (const [name, routed] of routing) {
    const url = Object.hasOwn(overrides, name) ? (overrides[name]?.url ?? routed) : routed;
    const protocol = URL.parse(url)?.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') {
      throw new SupergraphError(`The subgraph "${name}" has no http address; give one in the configuration.`);
    }
    urls.set(name, url);
  }
  return urls;
}
