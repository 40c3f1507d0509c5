import { setTimeout as pause } from 'node:timers/promises';
import { createAskAuthority } from './operation/ask-authority.js';
import { AssertionSigner } from './access/assertion-signer.js';
import { Standing } from './access/standing.js';
import { TokenVerifier } from './identity/token-verifier.js';
import type { GatewayConfig } from './config/config.js';
import { createDemandControl } from './cost/demand-control.js';
import { openDocumentSource } from './documents/document-source.js';
import { buildGeneration, type LastingParts } from './generations/build-generation.js';
import {
  Generations,
  type GenerationHooks,
  type LoadOutcome,
  type SupergraphCheck,
} from './generations/generations.js';
import { compilePolicies } from './guards/policies.js';
import { removedRules } from './guards/removed-rules.js';
import { createAnswerWriter } from './http/answer-writer.js';
import { createCors } from './http/cors.js';
import { createEntrance } from './http/admission.js';
import { createGraphiql } from './http/graphiql/graphiql.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { HttpServer } from './http/http-server.js';
import { LoadShedder } from './http/load-shedder.js';
import { createIdempotency } from './idempotency/create-idempotency.js';
import { uncoveredPlaces } from './pairwise/pairwise-places.js';
import { createPseudonyms } from './pairwise/pseudonyms.js';
import { createInvalidationHandler } from './http/invalidation-handler.js';
import { createStore } from './sharing/cache/create-store.js';
import { WebSockets } from './http/websocket-server.js';
import type { Logger } from './telemetry/logger.js';
import { createTelemetry } from './telemetry/telemetry.js';

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
const PAIRWISE_CHECK: SupergraphCheck = (before, after) => uncoveredPlaces(before.types.schema, after.types.schema);

/**
 * Makes a gateway for a supergraph. Rejects with {@link SupergraphError} when the supergraph must not be served, and with
 * a `ConfigError` when the trusted documents are not valid against it. No port is opened before `listen`.
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
    standing:
      config.standing === null
        ? null
        : new Standing(
            config.standing,
            createAskAuthority(config.standing, () => generations.current),
          ),
    pseudonyms: createPseudonyms(config.pairwise),
    demand: createDemandControl(config.limits, config.budget),
    policies: compilePolicies(config.policies),
    metrics: telemetry.metrics,
  };
  const { warm, drainMs } = config.supergraph;
  const hooks: GenerationHooks = {
    onServed: () => telemetry.metrics.reloaded(true),
    onRefused: () => telemetry.metrics.reloaded(false),
  };
  const build = (sdl: string) => buildGeneration(config, sdl, lasting);
  const checks = lasting.pseudonyms === null ? CHECKS : [...CHECKS, PAIRWISE_CHECK];
  const generations = await Generations.start({ build, checks, warm, drainMs, logger, hooks }, supergraphSdl);
  let servesLastGood = isLastGood;
  const idempotency = createIdempotency(config.idempotency, config.timeouts.requestMs, logger);
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
