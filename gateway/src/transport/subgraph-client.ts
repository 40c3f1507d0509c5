import { Pool, type Dispatcher } from 'undici';
import { isJsonObject, readOwn, type Json } from '../execution/json.js';
import type { SubgraphAnswer } from '../execution/subgraph-request.js';
import type { Cancellation } from './cancellation.js';
import { TransportFailure } from './transport-failure.js';

/** Limits of one exchange with a subgraph. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly cancellation: Cancellation | null;
}

const CONNECT_TIMEOUT_MS = 2_000;
/** After this time a connection is replaced once it is idle, so that a name which leads elsewhere by then is followed. */
const CONNECTION_LIFETIME_MS = 300_000;
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
    let status = 0;
    let controller: Dispatcher.DispatchController | undefined;
    const stop = (error: TransportFailure): void => {
      reject(error);
      controller?.abort(error);
    };
    const timer = setTimeout(() => stop(new TransportFailure('timeout', service)), limits.timeoutMs);
    const leave = (): void => stop(new TransportFailure('left', service));
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
        if (settled) started.abort(new TransportFailure('timeout', service));
      },
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > limits.maxResponseBytes) {
          stop(new TransportFailure('oversized', service));
        } else {
          chunks.push(chunk);
        }
      },
      onResponseEnd() {
        const [first] = chunks;
        const text = (chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size)).toString(
          'utf8',
        );
        if (BUSY.has(status) && !isGraphql(text)) reject(new TransportFailure('busy', service));
        else resolve(text);
      },
      onResponseError(_controller, error) {
        const code = 'code' in error ? error.code : undefined;
        const broken = status === 0 && typeof code === 'string' && BROKEN.has(code);
        reject(new TransportFailure(broken ? 'broken' : 'unreachable', service, { cause: error }));
      },
    });
    return promise;
  }
}

/** Takes an answer for GraphQL whatever its status: refusals with coded errors are answers as well. */
function readAnswer(text: string, service: string): SubgraphAnswer {
  const answer = parseAnswer(text);
  if (answer === null) throw new TransportFailure('garbage', service);
  return answer;
}

function isGraphql(text: string): boolean {
  return parseAnswer(text) !== null;
}

function parseAnswer(text: string): SubgraphAnswer | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(answer)) return null;
  const data = readOwn(answer, 'data') ?? null;
  const errors = readOwn(answer, 'errors') ?? [];
  if ((data !== null && !isJsonObject(data)) || !Array.isArray(errors)) return null;
  if (data === null && errors.length === 0) return null;
  return { data, errors: errors as readonly Json[] };
}
