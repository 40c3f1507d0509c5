import type { AnswerCaching, SubgraphAnswer } from '../subgraph/subgraph-request.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { Slot } from '../collections/slot-list.js';
import type { Cancellation } from '../subgraph/cancellation.js';
import { ConnectionEnded, ConnectionPool, type RequestListener, type RunningRequest } from './connection-pool.js';
import { TimeoutSweeper, type Expirable } from './timeout-sweeper.js';
import type { Expiry } from '../subgraph/expiry.js';
import { readAnswer } from './read-answer.js';
import type { ResponseHead } from './response-parser.js';
import { TransportFailure, type FailureKind } from './transport-failure.js';

/** For whom an exchange with a subgraph is made: what it may take, and who is told how it ended, once. */
export interface ExchangeListener {
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

/** There was no connection at all. */
const UNCONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', ConnectionEnded.CODE]);
/** Bad gateway, unavailable, gateway timeout: with anything but GraphQL, what stands before the subgraph answered. */
const BUSY = new Set([502, 503, 504]);

/** Talks to one subgraph over kept-alive connections. */
export class SubgraphClient {
  readonly service: string;
  readonly #pool: ConnectionPool;

  constructor(service: string, url: string) {
    this.service = service;
    this.#pool = new ConnectionPool(new URL(url));
  }

  /** Sends one request. It tells how that ended also when nothing could be sent, and never throws. */
  post(body: string, headers: Readonly<Record<string, string>>, listener: ExchangeListener): void {
    const exchange = new Exchange(this.service, listener);
    try {
      exchange.request = this.#pool.post(body, headers, exchange);
    } catch (error) {
      exchange.onError(error as Error);
    }
  }

  /** Drops all connections. */
  close(): void {
    this.#pool.close();
  }
}

const sweeper = new TimeoutSweeper();

/** One request and its answer. */
class Exchange implements RequestListener, Expirable {
  /** Null: nothing was sent. */
  request: RunningRequest | null = null;
  readonly #service: string;
  /** Null: it is over. */
  #listener: ExchangeListener | null;
  #expiresAt: number;
  readonly #slot: Slot<Expirable>;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  /** 0 before an answer began. */
  #status = 0;
  #caching: AnswerCaching | null = null;

  constructor(service: string, listener: ExchangeListener) {
    this.#service = service;
    this.#expiresAt = performance.now() + listener.timeoutMs;
    this.#listener = listener;
    this.#slot = sweeper.add(this);
  }

  check(now: number): void {
    if (this.#listener?.cancellation?.isCancelled === true) this.#stop('disconnected');
    else if (this.#expiresAt <= now) this.#expire(now);
  }

  onHead(head: ResponseHead): void {
    const { status, cacheControl, cacheTag } = head;
    this.#status = status;
    if (cacheControl !== null || cacheTag !== null) this.#caching = { cacheControl, cacheTag };
    const record = this.#listener?.record ?? null;
    if (record !== null) record.status = status;
  }

  onData(chunk: Buffer): void {
    if (this.#listener === null) return;
    this.#size += chunk.length;
    if (this.#size <= this.#listener.maxResponseBytes) this.#chunks.push(chunk);
    else this.#stop('oversized');
  }

  onEnd(): void {
    if (this.#listener === null) return;
    const listener = this.#listener;
    const { record } = listener;
    if (record !== null) record.responseBytes = this.#size;
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks, this.#size);
    const answer = readAnswer(whole.toString('utf8'));
    if (answer === null) {
      this.#fail(new TransportFailure(BUSY.has(this.#status) ? 'busy' : 'malformed', this.#service));
      return;
    }
    this.#end();
    listener.answered(this.#caching === null ? answer : { ...answer, caching: this.#caching });
  }

  onError(error: Error): void {
    const code = 'code' in error ? error.code : undefined;
    const broken = this.#status === 0 && typeof code === 'string' && BROKEN.has(code);
    const neverSent = typeof code === 'string' && UNCONNECTED.has(code);
    this.#fail(new TransportFailure(broken ? 'broken' : 'unreachable', this.#service, { cause: error, neverSent }));
  }

  #expire(now: number): void {
    const more = this.#listener?.expiry?.expire() ?? 0;
    if (more > 0) this.#expiresAt = now + more;
    else this.#stop('timeout');
  }

  #stop(kind: FailureKind): void {
    const error = new TransportFailure(kind, this.#service);
    const { request } = this;
    this.#fail(error);
    request?.abort();
  }

  #fail(error: TransportFailure): void {
    if (this.#listener === null) return;
    const listener = this.#listener;
    this.#end();
    listener.failed(error);
  }

  #end(): void {
    sweeper.remove(this.#slot);
    this.#listener = null;
    this.request = null;
    this.#chunks.length = 0;
  }
}
