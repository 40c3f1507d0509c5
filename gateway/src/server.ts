import { AssertionSigner } from './access/assertion-signer.js';
import { TokenVerifier } from './access/token-verifier.js';
import type { GatewayConfig } from './config/config.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { HttpServer } from './http/http-server.js';
import { Operations } from './operations.js';
import { loadSupergraph, SupergraphError } from './supergraph/supergraph.js';
import { createSubscriptions } from './subscription/create-subscriptions.js';
import { WebSockets } from './subscription/websocket-server.js';
import type { Logger } from './telemetry/logger.js';
import { Transport } from './transport/transport.js';

/** A gateway that is loaded and not yet listening. */
export interface Gateway {
  /** Listens on the configured address and answers the port. */
  listen(): Promise<number>;
  /** Stops taking requests, lets running ones end within the configured time and closes all connections. */
  close(): Promise<void>;
}

/**
 * Makes a gateway for a supergraph. Rejects with {@link SupergraphError} when the supergraph must not be served. Nothing
 * is opened before `listen`.
 */
export async function createGateway(config: GatewayConfig, supergraphSdl: string, logger: Logger): Promise<Gateway> {
  const supergraph = loadSupergraph(supergraphSdl, config.timeouts.planMs);
  const urls = subgraphUrls(supergraph.subgraphs, config.subgraphs);
  const transport = new Transport(urls, {
    timeoutMs: config.timeouts.fetchMs,
    maxResponseBytes: config.limits.responseBytes,
  });
  const subscriptions = createSubscriptions(config, supergraph, urls, logger);
  const operations = new Operations({
    supergraph,
    transport,
    signer: config.assertionKey === null ? null : new AssertionSigner(config.assertionKey),
    limits: config.limits,
    requestTimeoutMs: config.timeouts.requestMs,
    subscriptions,
  });
  const tokens = new TokenVerifier(config.issuers);
  const { pingMs, origins } = config.subscriptions;
  const handler = createGraphqlHandler({
    operations,
    tokens,
    logger,
    maxBodyBytes: config.limits.bodyBytes,
    traceHeader: config.telemetry.traceHeader,
    streams: { pingMs, origins },
  });
  const sockets = new WebSockets({
    operations: () => operations,
    tokens,
    logger,
    config: config.subscriptions,
    maxMessageBytes: config.limits.bodyBytes,
    origins,
  });
  const server = new HttpServer(handler, (request, connection, head) => sockets.upgrade(request, connection, head));
  return {
    listen: () => server.listen(config.port, config.host),
    close: async () => {
      // Sockets first: their clients are to come back elsewhere and not to believe that there is nothing more.
      const gone = sockets.close(config.shutdownGraceMs);
      const ended = subscriptions.close();
      await Promise.all([server.close(config.shutdownGraceMs), gone, ended]);
      await transport.close();
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
