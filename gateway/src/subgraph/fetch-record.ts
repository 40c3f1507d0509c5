import type { Span } from '@opentelemetry/api';
import type { FetchTemplate } from './fetch-template.js';
import type { UnavailableReason } from './subgraph-unavailable.js';

/** How a fetch ended. `errors`: an answer with errors; `failed`: a defect of the gateway. */
export type FetchOutcome = 'ok' | 'errors' | UnavailableReason | 'failed';

/** How a fetch got its answer without a request of its own. */
export type SharedHow = 'joined' | 'batched' | 'cached';

/** What is measured about one fetch. Transport and sharing fill in what they know; nothing of its content. */
export interface FetchRecord {
  readonly template: FetchTemplate;
  readonly representations: number;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  endedAt: number;
  outcome: FetchOutcome | null;
  /** Requests that were sent; more than one after a broken connection. */
  attempts: number;
  /** The status of the last answer; 0: none. */
  status: number;
  requestBytes: number;
  responseBytes: number;
  shared: SharedHow | null;
  /** Null: not traced. */
  readonly span: Span | null;
}
