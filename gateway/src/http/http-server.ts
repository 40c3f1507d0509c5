import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RequestError } from '../documents/request-error.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { MediaType } from './media-type.js';
import { reply, replyRefusal } from './reply.js';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
// Longer than common load balancers keep theirs, so that they close first.
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** Takes over a connection whose client asked for a socket. */
export type UpgradeHandler = (request: IncomingMessage, connection: Duplex, head: Buffer) => void;

/** The HTTP side of the gateway: GraphQL, health, and 404 for everything else. */
export class HttpServer {
  readonly #server: Server;
  readonly #running = new Set<ServerResponse>();
  #draining = false;

  constructor(graphql: GraphqlHandler, upgrade: UpgradeHandler) {
    const options = { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
    // Whoever asks for another protocol than the one that is served on sockets gets an answer in this one.
    const shouldUpgradeCallback = (request: IncomingMessage) => request.headers.upgrade?.toLowerCase() === 'websocket';
    const all = { ...options, keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS, shouldUpgradeCallback };
    this.#server = createServer(all, (request, response) => {
      if (this.#draining) response.setHeader('connection', 'close');
      this.#running.add(response);
      response.once('close', () => this.#running.delete(response));
      this.#route(request, response, graphql);
    });
    this.#server.on('upgrade', upgrade);
  }

  /** Listens and answers the port. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.#server.once('error', reject);
    this.#server.listen(port, host, () => {
      this.#server.off('error', reject);
      resolve((this.#server.address() as AddressInfo).port);
    });
    return promise;
  }

  /** Stops being ready, lets running requests end within the time, then drops what is left. */
  async close(graceMs: number): Promise<void> {
    this.#draining = true;
    // A connection that is kept after its answer would keep the server from closing.
    for (const response of this.#running) if (!response.headersSent) response.setHeader('connection', 'close');
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await promise;
    clearTimeout(timer);
  }

  #route(request: IncomingMessage, response: ServerResponse, graphql: GraphqlHandler): void {
    const { url = '' } = request;
    const mark = url.indexOf('?');
    const search = mark < 0 ? '' : url.slice(mark + 1);
    switch (mark < 0 ? url : url.slice(0, mark)) {
      case '/graphql':
        void graphql(request, response, search);
        return;
      case '/health/live':
        this.#health(request, response, true);
        return;
      case '/health/ready':
        this.#health(request, response, !this.#draining);
        return;
      default:
        replyRefusal(response, new RequestError(404, 'NOT_FOUND', 'There is nothing here.'), MediaType.json);
    }
  }

  #health(request: IncomingMessage, response: ServerResponse, healthy: boolean): void {
    if (request.method === 'GET' || request.method === 'HEAD') {
      reply(response, healthy ? 200 : 503, MediaType.json, JSON.stringify({ status: healthy ? 'ok' : 'unavailable' }));
      return;
    }
    response.setHeader('allow', 'GET, HEAD');
    replyRefusal(response, new RequestError(405, 'METHOD_NOT_ALLOWED', 'Health is read by GET.'), MediaType.json);
  }
}
