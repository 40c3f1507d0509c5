import type { Socket } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { MalformedResponse } from './response-parser.js';
import { ECHO_HEADER, type HttpClient, type ResponseListener, type RunningRequest } from './http-client.js';

const CONNECT_TIMEOUT_MS = 2_000;
/** How much earlier than its server a connection is given up. */
const KEEP_ALIVE_MARGIN_MS = 1_000;
const CHUNKED = /^chunked$/i;

/**
 * Sends requests over undici, each over a client with one connection. Callers limit how many requests run at a time, so
 * there are never more clients than that. The one that was used last is used next: undici's own pool would open a further
 * connection for a request that follows at once, as it looks only later which ones are free.
 */
export class UndiciClient implements HttpClient {
  readonly #origin: string;
  readonly #path: string;
  readonly #connect = buildConnector({ allowH2: false, timeout: CONNECT_TIMEOUT_MS });
  readonly #all: Connection[] = [];
  /** The one that was used last is the last. */
  readonly #idle: Connection[] = [];
  #isClosed = false;

  constructor({ origin, pathname, search }: URL) {
    this.#origin = origin;
    this.#path = pathname + search;
  }

  post(body: string, headers: Readonly<Record<string, string>>, listener: ResponseListener): RunningRequest {
    if (this.#isClosed) throw new Error('The connections were given up.');
    const connection = this.#idle.pop() ?? this.#open();
    const request = new UndiciRequest(listener, connection, this.#idle);
    // Nothing waits behind a request on its connection, so undici need not look for that when a response begins.
    connection.client.dispatch({ path: this.#path, method: 'POST', headers, body, blocking: false }, request);
    return request;
  }

  close(): void {
    this.#isClosed = true;
    for (const { client } of this.#all) void client.destroy();
  }

  #open(): Connection {
    // Whoever waits for a request keeps its time, so the limits of undici for parts of it are off.
    const client = new Client(this.#origin, {
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeoutThreshold: KEEP_ALIVE_MARGIN_MS,
      connect: (options, callback) =>
        this.#connect(options, (...result) => {
          connection.socket = result[1];
          callback(...result);
        }),
    });
    const connection: Connection = { client, socket: null };
    this.#all.push(connection);
    return connection;
  }
}

/** A client and its connection, which it opens anew when it was closed. */
interface Connection {
  readonly client: Client;
  /** Null: there was none yet. */
  socket: Socket | null;
}

/**
 * A request as undici tells of it. The connection remembers it until the next one begins; so it lets go of everything when
 * it is over, or whole answers would grow old in memory.
 */
class UndiciRequest implements Dispatcher.DispatchHandler, RunningRequest {
  /** Null: nobody is told anything any more. */
  #listener: ResponseListener | null;
  #controller: Dispatcher.DispatchController | null = null;
  readonly #connection: Connection;
  /** Where the connection goes when undici is done with the request. */
  readonly #idle: Connection[];

  constructor(listener: ResponseListener, connection: Connection, idle: Connection[]) {
    this.#listener = listener;
    this.#connection = connection;
    this.#idle = idle;
  }

  abort(): void {
    this.#listener = null;
    this.#controller?.abort(aborted());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#listener === null) controller.abort(aborted());
    else this.#controller = controller;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    const transfer = headers['transfer-encoding'];
    if (status > 599 || (transfer !== undefined && !CHUNKED.test(transfer.toString()))) {
      controller.abort(new MalformedResponse('it could be read in two ways'));
      return;
    }
    const cacheControl = headers['cache-control']?.toString() ?? null;
    const cacheTag = headers['cache-tag']?.toString() ?? null;
    const encoding = headers['content-encoding']?.toString() ?? null;
    const echo = headers[ECHO_HEADER]?.toString() ?? null;
    this.#listener?.onHead({ status, cacheControl, cacheTag, encoding, echo });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#listener?.onData(chunk);
  }

  onResponseEnd(): void {
    const { socket } = this.#connection;
    // A server that answers early may not read what is left of the request.
    if (socket !== null && socket.writableLength > 0) socket.destroy();
    this.#end()?.onEnd();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#end()?.onError(error);
  }

  #end(): ResponseListener | null {
    const listener = this.#listener;
    this.#listener = null;
    this.#controller = null;
    this.#idle.push(this.#connection);
    return listener;
  }
}

const aborted = (): Error => new Error('Nobody waits for the response any more.');
