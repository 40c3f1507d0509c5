import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestError } from '../documents/request-error.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { MediaType } from './media-type.js';
import { reply, replyRefusal } from './reply.js';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
// Longer than common load balancers keep theirs, so that they close first.
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** Serves one path beside GraphQL and health. Never rejects. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The HTTP side of the gateway: GraphQL, health, further routes by path, and 404 for everything else. */
export class HttpServer {
  readonly #server: Server;
  readonly #running = new Set<ServerResponse>();
  readonly #routes: ReadonlyMap<string, Route>;
  #draining = false;

  constructor(graphql: GraphqlHandler, routes: ReadonlyMap<string, Route> = new Map()) {
    this.#routes = routes;
    const options = { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
    this.#server = createServer({ ...options, keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS }, (request, response) => {
      if (this.#draining) response.setHeader('connection', 'close');
      this.#running.add(response);
      response.once('close', () => this.#running.delete(response));
      this.#route(request, response, graphql);
    });
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
    const path = mark < 0 ? url : url.slice(0, mark);
    switch (path) {
      case '/graphql':
        void graphql(request, response, search);
        return;
      case '/health/live':
        this.#health(request, response, true);
        return;
      case '/health/ready':
        this.#health(request, response, !this.#draining);
        return;
      default: {
        const route = this.#routes.get(path);
        if (route === undefined)
          replyRefusal(response, new RequestError(404, 'NOT_FOUND', 'There is nothing here.'), MediaType.json);
        else void route(request, response);
      }
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
