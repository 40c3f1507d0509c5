import {
  bodyOf,
  SubgraphUnavailable,
  type SubgraphAnswer,
  type SubgraphRequest,
} from '../subgraph/subgraph-request.js';
import type { AttemptHeaders } from '../subgraph/attempt-headers.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { BreakerState } from '../telemetry/metrics.js';
import type { Cancellation } from '../subgraph/cancellation.js';
import type { Expiry } from '../subgraph/expiry.js';
import { SubgraphEndpoint, type EndpointStatus } from './subgraph-endpoint.js';
import type { SubgraphLimits } from './subgraph-limits.js';

/** How a request is sent. */
export interface SendOptions {
  readonly headers: AttemptHeaders;
  /** When the operation must be done, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Null: the request is seen through whoever leaves. */
  readonly cancellation: Cancellation | null;
  /**
   * Whether a mutation may be sent again, since it carries an idempotency key. Queries always may.
   * @default false
   */
  readonly mayRepeat?: boolean;
  /** Sent along, so that a subgraph can tell a repetition from a second wish; only mutations have one. */
  readonly idempotencyKey?: string;
  /** Asked when the time is over, for a request that several operations wait for. */
  readonly expiry?: Expiry;
}

/** What reaching subgraphs needs. */
export interface TransportParts {
  /** Name to address. */
  readonly urls: ReadonlyMap<string, string>;
  readonly limitsOf: (service: string) => SubgraphLimits;
  /** Called whenever the breaker of a subgraph changes its state. */
  readonly onBreaker: (service: string, state: BreakerState) => void;
}

/** Reaches all subgraphs of a supergraph. What one of them does is not felt by requests to another. */
export class Transport {
  readonly #endpoints: ReadonlyMap<string, SubgraphEndpoint>;

  constructor({ urls, limitsOf, onBreaker }: TransportParts) {
    const open = (service: string, url: string): SubgraphEndpoint =>
      new SubgraphEndpoint(service, url, limitsOf(service), (state) => onBreaker(service, state));
    this.#endpoints = new Map([...urls].map(([service, url]) => [service, open(service, url)]));
  }

  /**
   * Sends a request, within the time that the whole operation has left. It is sent once more, within a budget, when the
   * connection broke before an answer began or something before the subgraph answered 502, 503 or 504. A mutation is
   * repeated only when `mayRepeat` says so. Rejects with {@link SubgraphUnavailable}.
   *
   * @param record takes what is measured about the exchange
   */
  send(request: SubgraphRequest, options: SendOptions, record: FetchRecord | null = null): Promise<SubgraphAnswer> {
    const { headers, cancellation, mayRepeat = false, idempotencyKey, expiry = null } = options;
    const { service, kind } = request.template;
    const endpoint = this.#endpoints.get(service);
    if (endpoint === undefined) {
      const message = `The service "${service}" has no address.`;
      return Promise.reject(new SubgraphUnavailable(message, { neverSent: true }));
    }
    return endpoint.send({
      body: bodyOf(request),
      headers: idempotencyKey === undefined ? headers : withKey(headers, idempotencyKey),
      timing: options,
      cancellation,
      mayRepeat: kind === 'query' || mayRepeat,
      record,
      expiry,
    });
  }

  /** What the way to each subgraph is doing, by name. */
  status(): ReadonlyMap<string, EndpointStatus> {
    return new Map([...this.#endpoints].map(([service, endpoint]) => [service, endpoint.status]));
  }

  /** Drops all connections. */
  close(): void {
    for (const endpoint of this.#endpoints.values()) endpoint.close();
  }
}

function withKey(headers: AttemptHeaders, idempotencyKey: string): AttemptHeaders {
  return (service, body) => ({ ...headers(service, body), 'idempotency-key': `"${idempotencyKey}"` });
}
