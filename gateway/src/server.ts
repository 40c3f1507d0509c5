import { AssertionSigner } from './access/assertion-signer.js';
import { TokenVerifier } from './access/token-verifier.js';
import type { GatewayConfig } from './config/config.js';
import { createGraphqlHandler } from './http/graphql-handler.js';
import { HttpServer, type Route } from './http/http-server.js';
import { Operations } from './operations.js';
import { createInvalidationHandler } from './sharing/cache/invalidation-handler.js';
import { createStore } from './sharing/cache/create-store.js';
import { Sharing } from './sharing/sharing.js';
import { loadSupergraph, SupergraphError } from './supergraph/supergraph.js';
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
  const transport = new Transport(subgraphUrls(supergraph.subgraphs, config.subgraphs), {
    timeoutMs: config.timeouts.fetchMs,
    maxResponseBytes: config.limits.responseBytes,
  });
  const store = await createStore(config.sharing.cache, logger);
  const operations = new Operations({
    supergraph,
    sharing: new Sharing({ transport, config: config.sharing, store, fetchMs: config.timeouts.fetchMs }),
    signer: config.assertionKey === null ? null : new AssertionSigner(config.assertionKey),
    limits: config.limits,
    requestTimeoutMs: config.timeouts.requestMs,
  });
  const handler = createGraphqlHandler({
    operations,
    tokens: new TokenVerifier(config.issuers),
    logger,
    maxBodyBytes: config.limits.bodyBytes,
    traceHeader: config.telemetry.traceHeader,
  });
  const { invalidationSecret } = config.sharing.cache;
  const routes = new Map<string, Route>();
  if (store !== null && invalidationSecret !== undefined) {
    routes.set('/cache/invalidate', createInvalidationHandler(store, invalidationSecret));
  }
  const server = new HttpServer(handler, routes);
  return {
    listen: () => server.listen(config.port, config.host),
    close: async () => {
      await server.close(config.shutdownGraceMs);
      await transport.close();
      await store?.close();
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
