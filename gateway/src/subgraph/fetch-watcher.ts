import type { FetchOutcome, FetchRecord } from './fetch-record.js';
import type { SubgraphRequest } from './subgraph-request.js';

/** Is told when each request begins and ends. */
export interface FetchWatcher {
  /** Returns the record to be ended; null when single fetches are of no interest. */
  startFetch(request: SubgraphRequest): FetchRecord | null;
  endFetch(record: FetchRecord, outcome: FetchOutcome): void;
}
