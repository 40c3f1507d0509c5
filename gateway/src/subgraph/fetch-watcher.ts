import type { FetchOutcome, FetchRecord } from './fetch-record.js';
import type { EntityList, FetchTemplate } from './fetch-template.js';

/** Is told when each request begins and ends. */
export interface FetchWatcher {
  /** Returns the record to be ended; null when single fetches are of no interest. */
  startFetch(template: FetchTemplate, entities: readonly EntityList[]): FetchRecord | null;
  endFetch(record: FetchRecord, outcome: FetchOutcome): void;
}
