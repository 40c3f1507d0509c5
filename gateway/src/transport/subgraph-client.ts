import { Pool, type Dispatcher } from 'undici';
import { isJsonObject, readOwn, type Json } from '../execution/json.js';
import { SubgraphUnavailable, type AnswerCaching, type SubgraphAnswer } from '../execution/subgraph-request.js';
import type { Cancellation } from './cancellation.js';
import type { Expiry } from './expiry.js';
import { UnusableAnswer } from './unusable-answer.js';

/** Limits of one exchange with a subgraph. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly cancellation: Cancellation | null;
  readonly expiry: Expiry | null;
}

/** The connection broke before any byte of an answer, so the subgraph may not have seen the request. */
export class ConnectionBroken extends SubgraphUnavailable {
  constructor(service: string, cause: unknown) {
    super(`The service "${service}" cannot be reached.`, { cause });
    this.name = 'ConnectionBroken';
  }
}

interface Exchanged {
  readonly text: string;
  readonly caching: AnswerCaching | null;
}

const CONNECTIONS = 128;
const CONNECT_TIMEOUT_MS = 2_000;
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

/** Talks to one subgraph over kept connections. */
export class SubgraphClient {
  readonly service: string;
  readonly #pool: Pool;
  readonly #path: string;

  constructor(service: string, url: string) {
    const { origin, pathname, search } = new URL(url);
    this.service = service;
    this.#path = pathname + search;
    // Time is limited for the whole exchange below, so the limits of the pool for parts of it are off.
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** Sends one request. Rejects with {@link SubgraphUnavailable}, or {@link ConnectionBroken} when it may be repeated. */
  async post(body: string, headers: Readonly<Record<string, string>>, limits: ExchangeLimits): Promise<SubgraphAnswer> {
    const { text, caching } = await this.#exchange(body, headers, limits);
    const answer = readAnswer(text, this.service);
    return caching === null ? answer : { ...answer, caching };
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #exchange(body: string, headers: Readonly<Record<string, string>>, limits: ExchangeLimits): Promise<Exchanged> {
    const { promise, resolve, reject } = Promise.withResolvers<Exchanged>();
    const { service } = this;
    const chunks: Buffer[] = [];
    let size = 0;
    let answered = false;
    let caching: AnswerCaching | null = null;
    let controller: Dispatcher.DispatchController | undefined;
    const stop = (error: SubgraphUnavailable): void => {
      reject(error);
      controller?.abort(error);
    };
    const endTime = (): void => {
      const more = limits.expiry?.expire() ?? 0;
      if (more > 0) timer = setTimeout(endTime, more);
      else stop(new SubgraphUnavailable(`The service "${service}" did not answer in time.`));
    };
    let timer = setTimeout(endTime, limits.timeoutMs);
    const leave = (): void => stop(new SubgraphUnavailable('The client has left.'));
    limits.cancellation?.add(leave);
    let settled = false;
    const settle = (): void => {
      settled = true;
      clearTimeout(timer);
      limits.cancellation?.remove(leave);
    };
    void promise.then(settle, settle);
    const options = { path: this.#path, method: 'POST', headers, body } as const;
    this.#pool.dispatch(options, {
      onRequestStart(started) {
        controller = started;
        if (settled) started.abort(new SubgraphUnavailable('Too late.'));
      },
      onResponseStart(_controller, _status, received) {
        answered = true;
        caching = readCaching(received);
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > limits.maxResponseBytes) {
          stop(new UnusableAnswer(`The service "${service}" answered more than this gateway takes.`));
        } else {
          chunks.push(chunk);
        }
      },
      onResponseEnd() {
        const [first] = chunks;
        const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size);
        resolve({ text: bytes.toString('utf8'), caching });
      },
      onResponseError(_controller, error) {
        const code = 'code' in error ? error.code : undefined;
        const broken = !answered && typeof code === 'string' && BROKEN.has(code);
        const message = `The service "${service}" cannot be reached.`;
        reject(broken ? new ConnectionBroken(service, error) : new SubgraphUnavailable(message, { cause: error }));
      },
    });
    return promise;
  }
}

function readCaching(headers: Readonly<Record<string, string | string[] | undefined>>): AnswerCaching | null {
  const cacheControl = headers['cache-control'];
  const cacheTag = headers['cache-tag'];
  if (cacheControl === undefined && cacheTag === undefined) return null;
  return { cacheControl: cacheControl?.toString() ?? null, cacheTag: cacheTag?.toString() ?? null };
}

/** Takes an answer for GraphQL whatever its status: refusals with coded errors are answers as well. */
function readAnswer(text: string, service: string): SubgraphAnswer {
  const garbage = () => new UnusableAnswer(`The service "${service}" did not answer with GraphQL.`);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw garbage();
  }
  if (!isJsonObject(answer)) throw garbage();
  const data = readOwn(answer, 'data') ?? null;
  const errors = readOwn(answer, 'errors') ?? [];
  if ((data !== null && !isJsonObject(data)) || !Array.isArray(errors)) throw garbage();
  if (data === null && errors.length === 0) throw garbage();
  return { data, errors: errors as readonly Json[] };
}
