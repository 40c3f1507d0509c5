import {
  bodyOf,
  SubgraphUnavailable,
  type SubgraphAnswer,
  type SubgraphRequest,
} from '../execution/subgraph-request.js';
import type { Cancellation } from './cancellation.js';
import type { Expiry } from './expiry.js';
import { ConnectionBroken, SubgraphClient, type ExchangeLimits } from './subgraph-client.js';

/** Makes the headers of one attempt; each attempt has its own, as an assertion is good for one use. */
export type AttemptHeaders = (service: string, body: string) => Readonly<Record<string, string>>;

/** How a request is sent. */
export interface SendOptions {
  readonly headers: AttemptHeaders;
  /** When the operation must be done, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Null: the request is seen through whoever leaves. */
  readonly cancellation: Cancellation | null;
  /** Asked when the time is over, for a request that several operations wait for. */
  readonly expiry?: Expiry;
}

/** Reaches all subgraphs of a supergraph. */
export class Transport {
  readonly #clients: ReadonlyMap<string, SubgraphClient>;
  readonly #limits: Omit<ExchangeLimits, 'cancellation' | 'expiry'>;

  constructor(urls: ReadonlyMap<string, string>, limits: Omit<ExchangeLimits, 'cancellation' | 'expiry'>) {
    this.#clients = new Map([...urls].map(([service, url]) => [service, new SubgraphClient(service, url)]));
    this.#limits = limits;
  }

  /**
   * Sends a request, within the time that the whole operation has left. A query whose connection broke before an answer
   * began is sent once more: a kept connection to a restarted subgraph breaks like this. A mutation is never repeated.
   */
  async send(request: SubgraphRequest, options: SendOptions): Promise<SubgraphAnswer> {
    const { headers, cancellation, expiry = null } = options;
    const { service, kind } = request.template;
    const body = bodyOf(request);
    const client = this.#clients.get(service);
    if (client === undefined) throw new SubgraphUnavailable(`The service "${service}" has no address.`);
    const attempt = (): Promise<SubgraphAnswer> => {
      // Read anew: those who wait for a shared request may be others by now.
      const left = options.deadline - performance.now();
      if (left <= 0) throw new SubgraphUnavailable('The time for the whole operation is over.');
      if (cancellation?.isCancelled === true) throw new SubgraphUnavailable('The client has left.');
      const limits = { ...this.#limits, timeoutMs: Math.min(left, this.#limits.timeoutMs), cancellation, expiry };
      return client.post(body, headers(service, body), limits);
    };
    try {
      return await attempt();
    } catch (error) {
      if (kind === 'query' && error instanceof ConnectionBroken) return attempt();
      throw error;
    }
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#clients.values()].map((client) => client.close()));
  }
}
