import { AssertionSigner } from './access/assertion-signer.js';
import { TokenVerifier } from './access/token-verifier.js';
import type { GatewayConfig } from './config/config.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { HttpServer } from './http/http-server.js';
import { Operations } from './operations.js';
import { loadSupergraph, SupergraphError } from './supergraph/supergraph.js';
import type { Logger } from './telemetry/logger.js';
import { measuredPlanner } from './telemetry/measured-planner.js';
import { createTelemetry } from './telemetry/telemetry.js';
import { subgraphLimits } from './transport/subgraph-limits.js';
import { Transport } from './transport/transport.js';

/** A gateway that is loaded and not yet listening. */
export interface Gateway {
  /** Listens on the configured address and answers the port. */
  listen(): Promise<number>;
  /** The port for metrics; null without one and before `listen`. */
  readonly metricsPort: number | null;
  /** Stops taking requests, lets running ones end within the configured time and closes all connections. */
  close(): Promise<void>;
}

/**
 * Makes a gateway for a supergraph. Rejects with {@link SupergraphError} when the supergraph must not be served. Nothing
 * is opened before `listen`.
 */
export async function createGateway(config: GatewayConfig, supergraphSdl: string, logger: Logger): Promise<Gateway> {
  const telemetry = await createTelemetry(config.telemetry, logger);
  const supergraph = loadSupergraph(supergraphSdl, config.timeouts.planMs);
  const transport = new Transport({
    urls: subgraphUrls(supergraph.subgraphs, config.subgraphs),
    limitsOf: (service) => subgraphLimits(config, service),
    onBreaker: (service, state) => {
      logger.warn({ subgraph: service, state }, 'circuit breaker');
      telemetry.metrics.breaker(service, state);
    },
  });
  const operations = new Operations({
    supergraph: { ...supergraph, planner: measuredPlanner(supergraph.planner, telemetry.metrics) },
    transport,
    signer: config.assertionKey === null ? null : new AssertionSigner(config.assertionKey),
    limits: config.limits,
    requestTimeoutMs: config.timeouts.requestMs,
  });
  const handler = createGraphqlHandler({
    operations,
    tokens: new TokenVerifier(config.issuers),
    telemetry,
    maxBodyBytes: config.limits.bodyBytes,
    traceHeader: config.telemetry.traceHeader,
  });
  const server = new HttpServer(handler);
  let metricsPort: number | null = null;
  return {
    get metricsPort() {
      return metricsPort;
    },
    listen: async () => {
      metricsPort = await telemetry.listen();
      return server.listen(config.port, config.host);
    },
    close: async () => {
      const graceEnds = performance.now() + config.shutdownDelayMs + config.shutdownGraceMs;
      await server.close(config.shutdownGraceMs, config.shutdownDelayMs);
      await transport.close();
      await telemetry.close(Math.max(graceEnds - performance.now(), 0));
    },
  };
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
