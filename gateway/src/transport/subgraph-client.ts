import { Pool, type Dispatcher } from 'undici';
import type { AnswerCaching, SubgraphAnswer } from '../execution/subgraph-request.js';
import type { FetchRecord } from '../telemetry/fetch-record.js';
import type { Cancellation } from './cancellation.js';
import { ExchangeClock, type Timed } from './exchange-clock.js';
import type { Expiry } from './expiry.js';
import { readAnswer } from './read-answer.js';
import { TransportFailure, type FailureKind } from './transport-failure.js';

/** Limits of one exchange with a subgraph. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly cancellation: Cancellation | null;
  /** Takes the status and the size of the answer. */
  readonly record: FetchRecord | null;
  /** Asked when the time is over; null: then the exchange is over. */
  readonly expiry: Expiry | null;
}

const CONNECT_TIMEOUT_MS = 2_000;
/** After this time a connection is replaced, so that a name which leads elsewhere by then is followed. */
const CONNECTION_LIFETIME_MS = 300_000;
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
      clientTtl: CONNECTION_LIFETIME_MS,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** Sends one request. Rejects with {@link TransportFailure}. */
  post(body: string, headers: Readonly<Record<string, string>>, limits: ExchangeLimits): Promise<SubgraphAnswer> {
    const exchange = new Exchange(this.service, limits);
    this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, exchange);
    return exchange.answer;
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

const clock = new ExchangeClock();

/** One request and its answer, as undici tells of it. */
class Exchange implements Dispatcher.DispatchHandler, Timed {
  readonly answer: Promise<SubgraphAnswer>;
  expiresAt: number;
  readonly #service: string;
  readonly #limits: ExchangeLimits;
  readonly #leave: () => void;
  readonly #chunks: Buffer[] = [];
  #resolve!: (answer: SubgraphAnswer) => void;
  #reject!: (error: TransportFailure) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #size = 0;
  /** 0 before an answer began. */
  #status = 0;
  #settled = false;
  #caching: AnswerCaching | null = null;

  constructor(service: string, limits: ExchangeLimits) {
    this.#service = service;
    this.#limits = limits;
    this.expiresAt = performance.now() + limits.timeoutMs;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#leave = () => this.#stop('left');
    limits.cancellation?.add(this.#leave);
    clock.add(this);
  }

  expire(): void {
    const more = this.#limits.expiry?.expire() ?? 0;
    if (more > 0) this.expiresAt = performance.now() + more;
    else this.#stop('timeout');
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(new TransportFailure('timeout', this.#service));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#caching = readCaching(headers);
    const { record } = this.#limits;
    if (record !== null) record.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limits.maxResponseBytes) this.#chunks.push(chunk);
    else this.#stop('oversized');
  }

  onResponseEnd(): void {
    if (this.#settled) return;
    const { record } = this.#limits;
    if (record !== null) record.responseBytes = this.#size;
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks, this.#size);
    const answer = readAnswer(whole.toString('utf8'));
    if (answer === null) {
      this.#fail(new TransportFailure(BUSY.has(this.#status) ? 'busy' : 'garbage', this.#service));
      return;
    }
    this.#settle();
    this.#resolve(this.#caching === null ? answer : { ...answer, caching: this.#caching });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = 'code' in error ? error.code : undefined;
    const broken = this.#status === 0 && typeof code === 'string' && BROKEN.has(code);
    const neverSent = typeof code === 'string' && UNCONNECTED.has(code);
    this.#fail(new TransportFailure(broken ? 'broken' : 'unreachable', this.#service, { cause: error, neverSent }));
  }

  #stop(kind: FailureKind): void {
    const error = new TransportFailure(kind, this.#service);
    this.#fail(error);
    this.#controller?.abort(error);
  }

  #fail(error: TransportFailure): void {
    if (this.#settled) return;
    this.#settle();
    this.#reject(error);
  }

  #settle(): void {
    this.#settled = true;
    clock.remove(this);
    this.#limits.cancellation?.remove(this.#leave);
  }
}

function readCaching(headers: Readonly<Record<string, string | string[] | undefined>>): AnswerCaching | null {
  const cacheControl = headers['cache-control'];
  const cacheTag = headers['cache-tag'];
  if (cacheControl === undefined && cacheTag === undefined) return null;
  return { cacheControl: cacheControl?.toString() ?? null, cacheTag: cacheTag?.toString() ?? null };
}
