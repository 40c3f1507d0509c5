import { Pool, type Dispatcher } from 'undici';
import { isJsonObject, readOwn, type Json } from '../execution/json.js';
import { SubgraphUnavailable, type SubgraphAnswer } from '../execution/subgraph-request.js';
import type { Cancellation } from './cancellation.js';

/** Limits of one exchange with a subgraph. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly cancellation: Cancellation | null;
}

/** The connection broke before any byte of an answer, so the subgraph may not have seen the request. */
export class ConnectionBroken extends SubgraphUnavailable {
  constructor(service: string, cause: unknown) {
    super(`The service "${service}" cannot be reached.`, { cause });
    this.name = 'ConnectionBroken';
  }
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
    return readAnswer(await this.#exchange(body, headers, limits), this.service);
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #exchange(body: string, headers: Readonly<Record<string, string>>, limits: ExchangeLimits): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const { service } = this;
    const chunks: Buffer[] = [];
    let size = 0;
    let answered = false;
    let controller: Dispatcher.DispatchController | undefined;
    const stop = (error: SubgraphUnavailable): void => {
      reject(error);
      controller?.abort(error);
    };
    const timer = setTimeout(
      () => stop(new SubgraphUnavailable(`The service "${service}" did not answer in time.`)),
      limits.timeoutMs,
    );
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
      onResponseStart() {
        answered = true;
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > limits.maxResponseBytes) {
          stop(new SubgraphUnavailable(`The service "${service}" answered more than this gateway takes.`));
        } else {
          chunks.push(chunk);
        }
      },
      onResponseEnd() {
        const [first] = chunks;
        resolve((chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size)).toString('utf8'));
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

/** Takes an answer for GraphQL whatever its status: refusals with coded errors are answers as well. */
export function readAnswer(text: string, service: string): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw garbageOf(service);
  }
  return checkAnswer(answer, service);
}

/** The answer as it was parsed; throws {@link SubgraphUnavailable} when it is none of GraphQL. */
export function checkAnswer(answer: unknown, service: string): SubgraphAnswer {
  const garbage = () => garbageOf(service);
  if (!isJsonObject(answer)) throw garbage();
  const data = readOwn(answer, 'data') ?? null;
  const errors = readOwn(answer, 'errors') ?? [];
  if ((data !== null && !isJsonObject(data)) || !Array.isArray(errors)) throw garbage();
  if (data === null && errors.length === 0) throw garbage();
  return { data, errors: errors as readonly Json[] };
}

function garbageOf(service: string): SubgraphUnavailable {
  return new SubgraphUnavailable(`The service "${service}" did not answer with GraphQL.`);
}
