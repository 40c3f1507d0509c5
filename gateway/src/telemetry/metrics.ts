import type { FetchOutcome, SharedHow } from '../subgraph/fetch-record.js';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** The state of a circuit breaker. */
export type BreakerState = 'closed' | 'half_open' | 'open';

/**
 * What the gateway counts. Each method is a few additions and may be called on the hot path; without metrics all of them
 * do nothing. No label is ever a text that a client or a subgraph chose freely.
 */
export interface GatewayMetrics {
  requestStarted(): void;
  /** @param kind null: refused before its operation was known */
  requestEnded(kind: OperationKind | null, status: number, seconds: number): void;
  /** Errors that a client was shown. */
  errors(code: string, count: number): void;
  /** A request asked for a plan, which was ready or not. */
  planLookup(hit: boolean): void;
  /** A plan was made, or not found. */
  planned(found: boolean, seconds: number): void;
  subgraphStarted(service: string): void;
  /** A fetch ended; its attempts and waiting are in the time. */
  subgraphRequest(service: string, seconds: number, outcome: FetchOutcome): void;
  subgraphBytes(service: string, sent: number, received: number): void;
  /** An attempt to get an answer failed by the subgraph or the way to it; the reason is of a closed set. */
  subgraphFailed(service: string, reason: string): void;
  /** A request to a subgraph was sent again. */
  retried(service: string): void;
  /** A fetch got its answer without a request of its own. */
  shared(service: string, how: SharedHow): void;
  breaker(service: string, state: BreakerState): void;
  subscriptionOpened(): void;
  subscriptionClosed(): void;
  /** A new supergraph was taken over, or the last good one serves on. */
  reloaded(taken: boolean): void;
  /** A request was turned away because there was too much to do. */
  shed(): void;
}

/** Counts nothing. */
export const NO_METRICS: GatewayMetrics = {
  requestStarted() {},
  requestEnded() {},
  errors() {},
  planLookup() {},
  planned() {},
  subgraphStarted() {},
  subgraphRequest() {},
  subgraphBytes() {},
  subgraphFailed() {},
  retried() {},
  shared() {},
  breaker() {},
  subscriptionOpened() {},
  subscriptionClosed() {},
  reloaded() {},
  shed() {},
};
