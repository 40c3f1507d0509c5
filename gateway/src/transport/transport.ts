import type { PendingRequest } from '../subgraph/in-flight-request.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { BreakerState } from '../telemetry/metrics.js';
import type { FailureReason } from './failure-reason.js';
import type { EchoOf } from './attempts.js';
import { SubgraphEndpoint, type EndpointStatus } from './subgraph-endpoint.js';
import type { SubgraphLimits } from './subgraph-limits.js';
import { explain } from '../errors/messages.js';

export interface TransportParts {
  /** Name to address. */
  readonly urls: ReadonlyMap<string, string>;
  readonly limitsOf: (service: string) => SubgraphLimits;
  readonly echoOf: EchoOf;
  /** Called whenever the breaker of a subgraph changes its state. */
  readonly onBreaker: (service: string, state: BreakerState) => void;
  /** Called for each attempt that a subgraph, or the way to it, failed. */
  readonly onFailure: (service: string, reason: FailureReason) => void;
}

/** Reaches all subgraphs of a supergraph. What one of them does is not felt by requests to another. */
export class Transport {
  readonly #endpoints: ReadonlyMap<string, SubgraphEndpoint>;

  constructor({ urls, limitsOf, echoOf, onBreaker, onFailure }: TransportParts) {
    const open = (service: string, url: string): SubgraphEndpoint =>
      new SubgraphEndpoint({
        service,
        url,
        limits: limitsOf(service),
        echoOf,
        onBreaker: (state) => onBreaker(service, state),
        onFailure: (reason) => onFailure(service, reason),
      });
    this.#endpoints = new Map([...urls].map(([service, url]) => [service, open(service, url)]));
  }

  /**
   * Brings a request to its subgraph, and settles or fails it. It is sent once more, within a budget, when the connection
   * broke before an answer began or something before the subgraph answered 502, 503 or 504. A mutation is never repeated.
   */
  dispatch(pending: PendingRequest): void {
    const { service } = pending.request.template;
    const endpoint = this.#endpoints.get(service);
    if (endpoint !== undefined) endpoint.attempt(pending);
    else pending.fail(new SubgraphUnavailable(explain('service-without-address', { service }), { neverSent: true }));
  }

  /**
   * Whether an operation that asks these subgraphs may begin. Once it has, all that it asks waits for its turn, so this is the
   * one place where a subgraph that has too much to do turns somebody away.
   *
   * @param deadline on the clock of `performance.now()`
   */
  hasRoom(services: readonly string[], deadline: number): boolean {
    return services.every((service) => this.#endpoints.get(service)?.hasRoom(deadline) ?? true);
  }

  /** What the way to each subgraph is doing, by name. */
  status(): ReadonlyMap<string, EndpointStatus> {
    return new Map([...this.#endpoints].map(([service, endpoint]) => [service, endpoint.status]));
  }

  close(): void {
    for (const endpoint of this.#endpoints.values()) endpoint.close();
  }
}
