import { setTimeout as pause } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { completeSettings, type GatewaySettings } from './config/settings.js';
import type { Operations } from './operation/operations.js';
import { createDemandControl } from './cost/demand-control.js';
import { openDocumentSource } from './documents/document-source.js';
import { buildGeneration, type LastingParts } from './generations/build-generation.js';
import {
  Generations,
  type GenerationHooks,
  type LoadOutcome,
  type SupergraphCheck,
} from './generations/generations.js';
import { removedRules } from './guards/removed-rules.js';
import { createAnswerWriter } from './http/answer-writer.js';
import { createCors } from './http/cors.js';
import { createAdmission } from './http/admission.js';
import { createFileHandler } from './http/file-handler.js';
import { createGraphiql } from './http/graphiql/graphiql.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { createKeySetHandler } from './http/key-set-handler.js';
import { openPortal } from './http/portal/portal.js';
import { HttpServer } from './http/http-server.js';
import { LoadShedder } from './http/load-shedder.js';
import { createIdempotency } from './idempotency/create-idempotency.js';
import { uncoveredPlaces } from './pairwise/id-places.js';
import { createInvalidationHandler } from './http/invalidation-handler.js';
import { createStore } from './sharing/cache/create-store.js';
import { createOperatorsPart } from './operators/operators-part.js';
import { SchemaHistory } from './operators/schema-history.js';
import { WebSockets } from './http/websocket-server.js';
import { createLogger, type Logger } from './telemetry/logger.js';
import { trustTokens } from './trust/token-trust.js';
import type { Trust } from './trust/trust.js';
import { createTelemetry } from './telemetry/telemetry.js';
import { Traffic } from './telemetry/traffic.js';

export { completeSettings, type GatewaySettings, type SettingsInput } from './config/settings.js';
export { ConfigError } from './errors/config-error.js';
export type { ErrorCode } from './errors/error-codes.js';
export { RequestError } from './errors/request-error.js';
export { SupergraphError } from './errors/supergraph-error.js';
export type { Viewer } from './identity/viewer.js';
export { createLogger, type Logger } from './telemetry/logger.js';
export { trustTokens } from './trust/token-trust.js';
export type { Identity, PrivateIds, Trust } from './trust/trust.js';

/** A gateway that is loaded and not yet listening. */
export interface Gateway {
  /** Listens on the configured address and returns the port. */
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

/** What a gateway is made of. */
export interface GatewayOptions {
  /** The text of the supergraph, as composition makes it. */
  readonly supergraph: string;
  /**
   * Addresses, limits, times and switches, as `completeSettings` makes them.
   * @default completeSettings()
   */
  readonly settings?: GatewaySettings;
  /**
   * Where lines of the log go.
   * @default standard output, from the level `info` on
   */
  readonly logger?: Logger;
  /**
   * Makes what the federation has agreed on about who may ask for what. It is given what runs operations of its own.
   * @default access tokens of `settings.issuers` are verified, and subgraphs are told nothing of them
   */
  readonly trust?: (own: Pick<Operations, 'run'>) => Trust;
  /**
   * Whether the supergraph is not the one that was asked for but the one that was served last.
   * @default false
   */
  readonly isLastGood?: boolean;
}

/** What a supergraph must not do to the one before it. */
function checksOf(trust: Trust): readonly SupergraphCheck[] {
  const keepsRules: SupergraphCheck = (before, after) => removedRules(before.guards, after.guards);
  const keepsTrust: SupergraphCheck = (before, after) => trust.reasonsAgainst(before, after);
  const { ids } = trust;
  if (ids === null) return [keepsRules, keepsTrust];
  const placesOf = (schema: GraphQLSchema) => ids.placesOf(schema);
  return [
    keepsRules,
    keepsTrust,
    (before, after) => uncoveredPlaces(before.types.schema, after.types.schema, placesOf),
  ];
}

/**
 * Makes a gateway for a supergraph. Rejects with {@link SupergraphError} when the supergraph must not be served, and with
 * a `ConfigError` when the trusted documents are not valid against it or the portal's folder cannot be served. No port is opened before `listen`.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, settings = completeSettings(), logger = createLogger('info'), isLastGood = false } = options;
  const { policy } = settings.operators;
  const traffic = policy === null ? null : new Traffic(settings.telemetry.slowMs);
  const telemetry = await createTelemetry(settings.telemetry, logger, traffic);
  const documents = await openDocumentSource(settings.documents);
  const portal = await openPortal({
    config: settings.portal,
    issuers: settings.issuers,
    logger,
    rereadDocuments: () => documents.reread(generations.current.supergraph.schema, settings.limits),
  });
  const store = await createStore(settings.sharing.cache, logger);
  const trust =
    options.trust?.({ run: (request) => generations.current.run(request) }) ?? trustTokens(settings.issuers);
  const history = policy === null ? null : new SchemaHistory();
  let servesLastGood = isLastGood;
  const own =
    policy === null || traffic === null || history === null
      ? null
      : createOperatorsPart({
          policy,
          traffic,
          history,
          current: () => generations.current,
          slowMs: settings.telemetry.slowMs,
          servesLastGood: () => servesLastGood,
        });
  const lasting: LastingParts = {
    own,
    documents,
    store,
    logger,
    trust,
    demand: createDemandControl(settings.limits, settings.budget),
    metrics: telemetry.metrics,
  };
  const { warm, drainMs } = settings.supergraph;
  const hooks: GenerationHooks = {
    onServed: (generation) => {
      telemetry.metrics.reloaded(true);
      history?.served(generation);
    },
    onRefused: (reason) => {
      telemetry.metrics.reloaded(false);
      history?.refused(reason);
    },
  };
  const build = (sdl: string) => buildGeneration(settings, sdl, lasting);
  const checks = checksOf(trust);
  const generations = await Generations.start({ build, checks, warm, drainMs, logger, hooks }, supergraph);
  const idempotency = createIdempotency(settings.idempotency, settings.timeouts.requestMs, logger);
  const origins = [...settings.cors.origins, ...settings.subscriptions.origins];
  const handler = createGraphqlHandler({
    operations: () => generations.current,
    documents,
    trust,
    telemetry,
    maxBodyBytes: settings.limits.bodyBytes,
    traceHeader: settings.telemetry.traceHeader,
    planHeader: settings.graphiql,
    streams: { pingMs: settings.subscriptions.pingMs, origins },
    idempotency,
    writeAnswer: createAnswerWriter(settings.compression),
  });
  const graphiql = settings.graphiql ? createGraphiql(() => generations.current.supergraph.schema) : null;
  const shedder = new LoadShedder(settings.shedding, logger, telemetry.metrics);
  const admission = createAdmission({
    graphql: handler,
    shedder,
    cors: createCors(settings.cors),
    page: graphiql?.page ?? null,
  });
  const { invalidationSecret } = settings.sharing.cache;
  const invalidate =
    store === null || invalidationSecret === undefined ? null : createInvalidationHandler(store, invalidationSecret);
  const files = createFileHandler({
    config: settings.files,
    urls: () => generations.current.urls,
    cors: createCors(settings.cors, 'GET, PUT'),
    logger,
  });
  const keys = trust.keySet === null ? null : createKeySetHandler(trust.keySet);
  const sockets = new WebSockets({
    operations: () => generations.current,
    documents,
    trust,
    shedder,
    logger,
    config: settings.subscriptions,
    maxMessageBytes: settings.limits.bodyBytes,
    origins,
  });
  const server = new HttpServer({
    graphql: admission,
    upgrade: (request, connection, head) => sockets.upgrade(request, connection, head),
    others: (path, request, response) => {
      if (keys?.(path, request, response) === true || files.serve(path, request, response)) return true;
      if (path !== '/cache/invalidate' || invalidate === null) {
        return graphiql?.asset(path, request, response) === true || portal?.serve(path, request, response) === true;
      }
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
      return server.listen(settings.port, settings.host);
    },
    reload: async (sdl) => {
      const outcome = await generations.load(sdl);
      if (outcome !== 'superseded') servesLastGood = false;
      return outcome;
    },
    close: async () => {
      const graceEnds = performance.now() + settings.shutdownDelayMs + settings.shutdownGraceMs;
      const closed = server.close(settings.shutdownGraceMs, settings.shutdownDelayMs);
      // Their clients are to come back elsewhere, as soon as nobody is sent here any more.
      await pause(settings.shutdownDelayMs);
      await Promise.all([closed, sockets.close(settings.shutdownGraceMs), generations.endSubscriptions()]);
      shedder.close();
      portal?.close();
      await Promise.all([generations.close(), idempotency.close(), files.close()]);
      await store?.close();
      await telemetry.close(Math.max(graceEnds - performance.now(), 0));
    },
  };
}
