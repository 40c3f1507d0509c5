import { Pool } from 'undici';

/** What a load did. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

/** How many requests are made at the same time, each over a connection of its own. */
export interface LoadOptions {
  readonly concurrency: number;
  /** Ends after this time or this many requests, whichever is first. */
  readonly seconds: number;
  readonly requests: number;
}

/** A client of one contender; answers must be complete, or the load fails. */
export class LoadClient {
  readonly #pool: Pool;
  readonly #body: (request: number) => string;
  #next = 0;

  constructor(origin: string, concurrency: number, body: (request: number) => string) {
    this.#pool = new Pool(origin, { connections: concurrency, headersTimeout: 0, bodyTimeout: 0 });
    this.#body = body;
  }

  /** Asks once and returns the text. */
  ask(): Promise<string> {
    const request = this.#next++;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const chunks: Buffer[] = [];
    let status = 0;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': `bench-${String(request).padStart(8, '0')}`,
    };
    this.#pool.dispatch(
      { path: '/graphql', method: 'POST', headers, body: this.#body(request) },
      {
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          const text = Buffer.concat(chunks).toString('latin1');
          if (status === 200 && text.includes('"data":{') && !text.includes('"errors":[')) resolve(text);
          else reject(new Error(`A contender answered ${status}: ${text.slice(0, 500)}`));
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      },
    );
    return promise;
  }

  /** Keeps so many requests running until time or number is up. */
  async run({ concurrency, seconds, requests }: LoadOptions): Promise<LoadResult> {
    const started = performance.now();
    const end = started + seconds * 1_000;
    const times: number[] = [];
    let begun = 0;
    let bytes = 0;
    const worker = async (): Promise<void> => {
      while (begun < requests) {
        begun++;
        const before = performance.now();
        if (before > end) return;
        const { length } = await this.ask();
        bytes += length;
        times.push(performance.now() - before);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    times.sort((left, right) => left - right);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      requests: times.length,
      seconds: (performance.now() - started) / 1_000,
      p50: at(0.5),
      p99: at(0.99),
      bytes: bytes / Math.max(1, times.length),
    };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
