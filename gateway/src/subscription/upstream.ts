import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';

/** One event of a subgraph. */
export interface UpstreamEvent {
  readonly answer: SubgraphAnswer;
  /** Its size as it was sent. */
  readonly bytes: number;
}

/** Hears what a subgraph sends. */
export interface UpstreamListener {
  event(event: UpstreamEvent): void;
  /** Called once, after which nothing follows. Null: the subgraph had no more to say. */
  end(failure: SubgraphUnavailable | null): void;
}

/** A subgraph to which the gateway subscribes. */
export interface Upstream {
  /**
   * Subscribes and returns how to leave; whoever left hears nothing more. The listener is not called before this
   * returns.
   */
  subscribe(request: SubgraphRequest, listener: UpstreamListener): () => void;
  close(): Promise<void>;
}

/** Limits of all subscriptions at one subgraph. */
export interface UpstreamLimits {
  /** In which a subscription must begin. */
  readonly startMs: number;
  readonly maxEventBytes: number;
}
