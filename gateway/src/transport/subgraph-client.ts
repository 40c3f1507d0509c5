import { Pool, type Dispatcher } from 'undici';
import type { AnswerCaching, SubgraphAnswer } from '../execution/subgraph-request.js';
import type { FetchRecord } from '../telemetry/fetch-record.js';
import type { Cancellation } from './cancellation.js';
import { ExchangeClock, type Watched } from './exchange-clock.js';
import type { Expiry } from './expiry.js';
import { readAnswer } from './read-answer.js';
import { TransportFailure, type FailureKind } from './transport-failure.js';

/** For whom an exchange with a subgraph is made: what it may take, and who is told how it ended, once. */
export interface ExchangeParty {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly cancellation: Cancellation | null;
  /** Takes the status and the size of the answer. */
  readonly record: FetchRecord | null;
  /** Asked when the time is over; null: then the exchange is over. */
  readonly expiry: Expiry | null;
  answered(answer: SubgraphAnswer): void;
  failed(error: TransportFailure): void;
}

const CONNECT_TIMEOUT_MS = 2_000;
/** There was no connection at all. */
const UNCONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);
/** Bad gateway, unavailable, gateway timeout: with anything but GraphQL, what stands before the subgraph answered. */
const BUSY = new Set([502, 503, 504]);

/** Talks to one subgraph over kept connections. */
export class SubgraphClient {
  readonly service: string;
  readonly #pool: Pool;
  readonly #path: string;

  constructor(service: string, url: string, connections: number) {
    const { origin, pathname, search } = new URL(url);
    this.service = service;
    this.#path = pathname + search;
    // Time is limited for the whole exchange below, so the limits of the pool for parts of it are off.
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** Sends one request. It tells how that ended also when nothing could be sent, and never throws. */
  post(body: string, headers: Readonly<Record<string, string>>, party: ExchangeParty): void {
    // Nothing waits behind a request on its connection, so undici need not look for that when an answer begins.
    this.#pool.dispatch(
      { path: this.#path, method: 'POST', headers, body, blocking: false },
      new Exchange(this.service, party),
    );
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

const clock = new ExchangeClock();

/**
 * One request and its answer, as undici tells of it. The connection remembers it until the next one begins; so it lets go
 * of everything when it is over, or whole answers would grow old in memory.
 */
class Exchange implements Dispatcher.DispatchHandler, Watched {
  readonly #service: string;
  /** Null: it is over. */
  #party: ExchangeParty | null;
  #expiresAt: number;
  #controller: Dispatcher.DispatchController | null = null;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  /** 0 before an answer began. */
  #status = 0;
  #caching: AnswerCaching | null = null;

  constructor(service: string, party: ExchangeParty) {
    this.#service = service;
    this.#expiresAt = performance.now() + party.timeoutMs;
    this.#party = party;
    clock.add(this);
  }

  look(now: number): void {
    if (this.#party?.cancellation?.isCancelled === true) this.#stop('left');
    else if (this.#expiresAt <= now) this.#expire(now);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#party === null) controller.abort(new TransportFailure('timeout', this.#service));
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#caching = readCaching(headers);
    const record = this.#party?.record ?? null;
    if (record !== null) record.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#party === null) return;
    this.#size += chunk.length;
    if (this.#size <= this.#party.maxResponseBytes) this.#chunks.push(chunk);
    else this.#stop('oversized');
  }

  onResponseEnd(): void {
    if (this.#party === null) return;
    const party = this.#party;
    const { record } = party;
    if (record !== null) record.responseBytes = this.#size;
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks, this.#size);
    const answer = readAnswer(whole.toString('utf8'));
    if (answer === null) {
      this.#fail(new TransportFailure(BUSY.has(this.#status) ? 'busy' : 'garbage', this.#service));
      return;
    }
    this.#end();
    party.answered(this.#caching === null ? answer : { ...answer, caching: this.#caching });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = 'code' in error ? error.code : undefined;
    const broken = this.#status === 0 && typeof code === 'string' && BROKEN.has(code);
    const neverSent = typeof code === 'string' && UNCONNECTED.has(code);
    this.#fail(new TransportFailure(broken ? 'broken' : 'unreachable', this.#service, { cause: error, neverSent }));
  }

  #expire(now: number): void {
    const more = this.#party?.expiry?.expire() ?? 0;
    if (more > 0) this.#expiresAt = now + more;
    else this.#stop('timeout');
  }

  #stop(kind: FailureKind): void {
    const error = new TransportFailure(kind, this.#service);
    const controller = this.#controller;
    this.#fail(error);
    controller?.abort(error);
  }

  #fail(error: TransportFailure): void {
    if (this.#party === null) return;
    const party = this.#party;
    this.#end();
    party.failed(error);
  }

  #end(): void {
    clock.remove(this);
    this.#party = null;
    this.#controller = null;
    this.#chunks.length = 0;
  }
}

function readCaching(headers: Readonly<Record<string, string | string[] | undefined>>): AnswerCaching | null {
  const cacheControl = headers['cache-control'];
  const cacheTag = headers['cache-tag'];
  if (cacheControl === undefined && cacheTag === undefined) return null;
  return { cacheControl: cacheControl?.toString() ?? null, cacheTag: cacheTag?.toString() ?? null };
}
