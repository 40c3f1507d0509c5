import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { SlotList } from '../collections/slot-list.js';
import { RequestError } from '../errors/request-error.js';
import { MAX_HEADER_BYTES, refuseBrokenRequest } from './broken-request.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { MediaType } from './media-type.js';
import { reply, replyRefusal } from './reply.js';
import { explain } from '../errors/messages.js';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
// Sockets and streams are among them. More requests would only wait: by default a tenth as many run at the same time.
const MAX_CONNECTIONS = 25_000;
// Clients that come all at once, as after a restart, wait here instead of trying again after a second.
const BACKLOG = 4_096;
// Longer than common load balancers keep theirs, so that they close first.
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** Serves further addresses; false: there is nothing at this one. */
export type ServePath = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/** Takes over a connection whose client asked for a socket. */
export type UpgradeHandler = (request: IncomingMessage, connection: Duplex, head: Buffer) => void;

/** What a server is made of. */
export interface HttpParts {
  readonly graphql: GraphqlHandler;
  readonly upgrade: UpgradeHandler;
  /** What is served beside GraphQL and health. */
  readonly others: ServePath;
  /** What readiness says beside its status. */
  readonly readyDetails: () => Readonly<Record<string, string>>;
}

/** The HTTP side of the gateway: GraphQL, health, what else there is, and 404 for the rest. */
export class HttpServer {
  readonly #server: Server;
  readonly #running = new SlotList<ServerResponse>();
  readonly #parts: HttpParts;
  #draining = false;
  #closing = false;

  constructor(parts: HttpParts) {
    this.#parts = parts;
    const options = {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Whoever asks for another protocol than the one that is served on sockets gets an answer in this one.
      shouldUpgradeCallback: (request: IncomingMessage) => request.headers.upgrade?.toLowerCase() === 'websocket',
    };
    this.#server = createServer(options, (request, response) => {
      if (this.#draining) response.setHeader('connection', 'close');
      const place = this.#running.add(response);
      response.on('close', () => {
        this.#running.remove(place);
        if (this.#closing) this.#closeUnused();
      });
      this.#route(request, response);
    });
    this.#server.on('upgrade', parts.upgrade);
    this.#server.on('clientError', refuseBrokenRequest);
    this.#server.maxConnections = MAX_CONNECTIONS;
  }

  /** Listens and returns the port. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.#server.once('error', reject);
    this.#server.listen({ port, host, backlog: BACKLOG }, () => {
      this.#server.off('error', reject);
      resolve((this.#server.address() as AddressInfo).port);
    });
    return promise;
  }

  /**
   * Stops being ready, takes requests for the time of the delay so that load balancers can turn away, then lets running
   * ones end within the grace and drops what is left.
   */
  async close(graceMs: number, delayMs = 0): Promise<void> {
    this.#draining = true;
    // A connection that is kept after its answer would keep the server from closing.
    this.#running.forEach((response) => {
      if (!response.headersSent) response.setHeader('connection', 'close');
    });
    if (delayMs > 0) await pause(delayMs);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#closing = true;
    this.#server.close(() => resolve());
    this.#server.closeIdleConnections();
    this.#closeUnused();
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await promise;
    clearTimeout(timer);
  }

  /** Drops connections without a request; one that was opened ahead and never used is not idle to the server. */
  #closeUnused(): void {
    if (this.#running.size === 0) this.#server.closeAllConnections();
  }

  #route(request: IncomingMessage, response: ServerResponse): void {
    const { url = '' } = request;
    const mark = url.indexOf('?');
    const search = mark < 0 ? '' : url.slice(mark + 1);
    const path = mark < 0 ? url : url.slice(0, mark);
    switch (path) {
      case '/graphql':
        void this.#parts.graphql(request, response, search);
        return;
      case '/health/live':
        this.#health(request, response, true);
        return;
      case '/health/ready':
        this.#health(request, response, !this.#draining, this.#parts.readyDetails());
        return;
      default:
        if (this.#parts.others(path, request, response)) return;
        replyRefusal(response, new RequestError('NOT_FOUND', explain('nothing-here')), MediaType.json);
    }
  }

  #health(request: IncomingMessage, response: ServerResponse, healthy: boolean, details: object = {}): void {
    if (request.method === 'GET' || request.method === 'HEAD') {
      const text = JSON.stringify({ status: healthy ? 'ok' : 'unavailable', ...details });
      reply(response, healthy ? 200 : 503, MediaType.json, text);
      return;
    }
    response.setHeader('allow', 'GET, HEAD');
    replyRefusal(response, new RequestError('METHOD_NOT_ALLOWED', explain('health-by-get')), MediaType.json);
  }
}
