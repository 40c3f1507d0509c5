import type { Cancellation } from '../subgraph/cancellation.js';
import type { RequesterSubject } from '../subgraph/requester.js';
import type { ResultStream } from '../subscription/result-stream.js';
import type { RequestObserver } from '../telemetry/request-observer.js';
import type { MutationRecord } from './mutation-record.js';

/** On whose behalf an operation runs. */
export type Caller = RequesterSubject;

/** A request to run an operation. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a mutation is refused. */
  readonly onlyQueries: boolean;
  readonly trace: boolean;
  readonly caller: Caller;
  /** What the client leaves of the time for an operation, in milliseconds; it cannot make it longer. */
  readonly timeLeftMs?: number;
  /** Stops a query; a mutation that began is seen through. */
  readonly cancellation: Cancellation;
  readonly observer?: RequestObserver | null;
  /** Follows what mutations do to subgraphs, for a request with an idempotency key. */
  readonly mutations?: MutationRecord;
  /** Whether the gateway itself asks, as a part of an operation that has begun: it needs no room of its own. */
  readonly isOwn?: boolean;
  /** Null: the client takes no stream of events. */
  readonly stream: StreamOptions | null;
}

/** What a subscription has to know about its client. */
export interface StreamOptions {
  /** When the token ends, on the clock of `Date.now()`; null: never. */
  readonly expires: number | null;
}

/** What came of it. */
export interface OperationOutcome {
  /** The name of the operation. */
  readonly operation: string | null;
  /** The JSON text of the answer; empty for a stream of events. */
  readonly text: string;
  /** The events of a subscription; null for all other operations. */
  readonly events: ResultStream | null;
}
