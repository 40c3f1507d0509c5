import { defaultLanguage, type Language } from '@birlik/messages/language';
import type { IncomingHttpHeaders } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import type { Trust } from '../trust/trust.js';
import type { DocumentSource } from '../documents/document-source.js';
import { RequestError } from '../errors/request-error.js';
import { readOwn, type JsonObject } from '../subgraph/json.js';
import { forwardedHeaders } from './graphql-handler.js';
import { readParams } from './graphql-params.js';
import type { Operations } from '../operation/operations.js';
import { requestId } from '../telemetry/request-id.js';
import type { Logger } from '../telemetry/logger.js';
import { Cancellation } from '../subgraph/cancellation.js';
import type { ResultStream } from '../subscription/result-stream.js';
import { OVERLOADED, type LoadShedder } from './load-shedder.js';
import { readSocketMessage } from './socket-message.js';
import type { SubscriptionsConfig } from '../subscription/subscription-config.js';
import type { Caller } from '../operation/operation-request.js';
import { errorsText, languageOf, ownError, type ClientError } from '../errors/client-error.js';
import { SOCKET_CLOSES, type SocketClose } from '../errors/socket-closes.js';
import { explain } from '../errors/messages.js';

/** What serving sockets needs. */
export interface WebSocketParts {
  /** Asked for each operation, as another supergraph may have taken over since the socket was opened. */
  readonly operations: () => Pick<Operations, 'run'>;
  readonly documents: DocumentSource;
  readonly trust: Trust;
  readonly shedder: Pick<LoadShedder, 'enter' | 'leave'>;
  readonly logger: Logger;
  readonly config: SubscriptionsConfig;
}

/** Who uses a socket, from the time when it is known. */
interface Identity {
  readonly caller: Omit<Caller, 'request'>;
  readonly expires: number | null;
}

/** A socket on whose way so many bytes wait takes no further event for the moment. */
const HIGH_WATER_BYTES = 64 * 1024;
/** What a client may say about itself in the payload of `connection_init`, where browsers can set no headers. */
const PAYLOAD_HEADERS = ['authorization', 'birlik-purpose', 'accept-language', 'traceparent'];
const EXPIRED = ownError('UNAUTHENTICATED', explain('connection-expired'));

/** Serves one socket by the protocol `graphql-transport-ws`. */
export class WebSocketConnection {
  readonly #socket: WebSocket;
  readonly #headers: IncomingHttpHeaders;
  readonly #parts: WebSocketParts;
  /** How to stop each running operation, by the client's id. */
  readonly #running = new Map<string, () => void>();
  /** Operations whose only answer, or whose refusal, is still to come. */
  #unanswered = 0;
  #isGoingAway = false;
  #isInitialised = false;
  #identity: Identity | null = null;
  #language: Language = defaultLanguage;
  #isAlive = true;
  #timer: NodeJS.Timeout;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(socket: WebSocket, headers: IncomingHttpHeaders, parts: WebSocketParts) {
    const { initTimeoutMs, pingMs } = parts.config;
    this.#socket = socket;
    this.#headers = headers;
    this.#parts = parts;
    this.#timer = setTimeout(() => this.#close('initialisationTimeout'), initTimeoutMs);
    this.#heartbeat = setInterval(() => {
      if (!this.#isAlive) socket.terminate();
      this.#isAlive = false;
      socket.ping();
    }, pingMs);
    socket.on('pong', () => (this.#isAlive = true));
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#leave());
  }

  /** Takes no further operations and closes the socket when queries and mutations that run are answered. */
  goAway(): void {
    this.#isGoingAway = true;
    if (this.#unanswered === 0) this.#close('goingAway');
  }

  #leave(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    const stops = [...this.#running.values()];
    this.#running.clear();
    for (const stop of stops) stop();
  }

  #close(close: SocketClose, reason: string = SOCKET_CLOSES[close].reason): void {
    this.#leave();
    this.#socket.close(SOCKET_CLOSES[close].code, reason);
  }

  #receive(data: RawData, isBinary: boolean): void {
    // A message that came before the end of the socket was known.
    if (this.#isGoingAway || this.#socket.readyState !== this.#socket.OPEN) return;
    const message = isBinary ? null : readSocketMessage(String(data));
    if (message === null) return this.#close('invalidMessage');
    switch (message.type) {
      case 'connection_init':
        if (this.#isInitialised) {
          return this.#close('tooManyInitialisations');
        }
        this.#isInitialised = true;
        void this.#initialise(message.payload);
        return;
      case 'ping':
        void this.#send(JSON.stringify(message.payload === null ? { type: 'pong' } : { ...message, type: 'pong' }));
        return;
      case 'pong':
        return;
      case 'subscribe':
        return this.#subscribe(message.id, message.payload);
      case 'complete':
        this.#running.get(message.id)?.();
        this.#running.delete(message.id);
        return;
    }
  }

  async #initialise(payload: JsonObject | null): Promise<void> {
    try {
      const headers = headersOf(this.#headers, payload);
      this.#language = languageOf(headers);
      const { viewer, purpose } = await this.#parts.trust.identify(headers);
      const expires = this.#parts.trust.expiresAt(headers);
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      clearTimeout(this.#timer);
      const { maxLifetimeMs } = this.#parts.config;
      const lifetimeMs = Math.min(maxLifetimeMs, expires === null ? maxLifetimeMs : Math.max(expires - Date.now(), 0));
      this.#timer = setTimeout(() => this.#expire(), lifetimeMs).unref();
      this.#identity = { caller: { viewer, purpose, headers: forwardedHeaders({ headers }) }, expires };
      void this.#send('{"type":"connection_ack"}');
    } catch (error) {
      if (!(error instanceof RequestError)) this.#parts.logger.error({ err: error }, 'connection failed');
      const status = error instanceof RequestError ? error.status : 500;
      if (status === 401 || status === 403) this.#close('forbidden');
      else if (status === 400) this.#close('invalidPayload');
      else this.#close('tryAgainLater');
    }
  }

  #expire(): void {
    for (const id of this.#running.keys()) this.#refuse(id, [EXPIRED]);
    this.#close('forbidden');
  }

  #subscribe(id: string, payload: JsonObject): void {
    if (this.#identity === null) return this.#close('unauthorized');
    if (this.#running.has(id)) {
      return this.#close('subscriberAlreadyExists', `Subscriber for ${id} already exists`.slice(0, 120));
    }
    if (this.#running.size >= this.#parts.config.maxPerSocket) {
      const message = explain('socket-full', { most: this.#parts.config.maxPerSocket });
      return this.#refuse(id, [ownError('SUBSCRIPTION_LIMIT_EXCEEDED', message)]);
    }
    if (!this.#parts.shedder.enter()) return this.#refuse(id, OVERLOADED.errors);
    void this.#run(id, payload, this.#identity).then(() => this.#parts.shedder.leave());
  }

  async #run(id: string, payload: JsonObject, { caller, expires }: Identity): Promise<void> {
    const started = performance.now();
    const request = requestId(undefined);
    const cancellation = new Cancellation();
    const stop = (): void => cancellation.cancel();
    this.#running.set(id, stop);
    this.#unanswered++;
    let operation: string | null = null;
    let code: string | null = null;
    let cause: unknown;
    try {
      const params = readParams(payload);
      // A socket outlives what was said of its client when it was opened.
      const viewer = await this.#parts.trust.again(caller.viewer);
      const { query, operationName, purpose } = this.#parts.documents.resolve(params, viewer, caller.purpose);
      const outcome = await this.#parts.operations().run({
        query,
        operationName,
        variables: params.variables,
        onlyQueries: false,
        trace: false,
        caller: { ...caller, viewer, purpose, request },
        cancellation,
        stream: { expires },
      });
      operation = outcome.operation;
      // Once the client has disconnected, it may use the id again.
      if (cancellation.isCancelled) code = 'CLIENT_DISCONNECTED';
      else if (outcome.events !== null) this.#stream(id, outcome.events);
      else {
        this.#running.delete(id);
        void this.#send(nextMessage(id, outcome.text));
        void this.#send(completeMessage(id));
      }
    } catch (error) {
      const refusal =
        error instanceof RequestError ? error : new RequestError('INTERNAL_SERVER_ERROR', explain('request-failed'));
      code = refusal.code;
      cause = error instanceof RequestError ? error.cause : error;
      if (!cancellation.isCancelled) {
        this.#running.delete(id);
        this.#refuse(id, refusal.errors);
      }
    }
    this.#unanswered--;
    if (this.#isGoingAway) this.goAway();
    const ms = Math.round(performance.now() - started);
    const line = { request, operation, transport: 'websocket', ms, ...(code === null ? {} : { code }) };
    if (cause === undefined) this.#parts.logger.info(line, 'request');
    else this.#parts.logger.error({ ...line, err: cause }, 'request failed');
  }

  #stream(id: string, events: ResultStream): void {
    const stop = events.start({
      next: (text) => this.#send(nextMessage(id, text)),
      end: (error) => {
        this.#running.delete(id);
        if (error === null) void this.#send(completeMessage(id));
        else this.#refuse(id, [error]);
      },
    });
    this.#running.set(id, stop);
  }

  #refuse(id: string, errors: readonly ClientError[]): void {
    void this.#send(`{"id":${JSON.stringify(id)},"type":"error","payload":${errorsText(errors, this.#language)}}`);
  }

  /**
   * Sends a message. While more waits on the socket than a client should leave unread, nothing further is read from it
   * and a promise is answered, which settles when this message has left.
   */
  #send(text: string): Promise<void> | null {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return null;
    const { promise, resolve } = Promise.withResolvers<void>();
    socket.send(text, () => {
      // Who takes what was sent is alive, even when the answer to a ping has to wait behind it.
      this.#isAlive = true;
      if (socket.isPaused && socket.bufferedAmount <= HIGH_WATER_BYTES) socket.resume();
      resolve();
    });
    if (socket.bufferedAmount <= HIGH_WATER_BYTES) return null;
    socket.pause();
    return promise;
  }
}

function headersOf(upgrade: IncomingHttpHeaders, payload: JsonObject | null): IncomingHttpHeaders {
  const headers = { ...upgrade };
  for (const name of PAYLOAD_HEADERS) {
    const value = payload === null ? undefined : readOwn(payload, name);
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new RequestError('BAD_REQUEST', explain('member-not-text', { name }));
    headers[name] = value;
  }
  return headers;
}

function nextMessage(id: string, text: string): string {
  return `{"id":${JSON.stringify(id)},"type":"next","payload":${text}}`;
}

function completeMessage(id: string): string {
  return JSON.stringify({ id, type: 'complete' });
}
