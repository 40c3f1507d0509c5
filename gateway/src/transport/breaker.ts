import type { BreakerState } from '../telemetry/metrics.js';
import type { BreakerSettings } from './transport-config.js';

/** What became of a request. Unknown: it says nothing about the subgraph, for example because the client disconnected. */
export type Outcome = 'answered' | 'failed' | 'unknown';

/** In the place of a ticket: the request must not be sent. */
export const REFUSED = -1;

const BUCKETS = 10;

/**
 * Keeps requests from a subgraph that fails most of the time. Closed: requests pass. Open: none does. Half open: a single
 * one is on its way to see whether the subgraph is back. It counts outcomes over a sliding window of ten buckets and
 * holds no timer; callers bring the time, on any clock that never goes back.
 */
export class Breaker {
  readonly #settings: BreakerSettings;
  readonly #onChange: (state: BreakerState) => void;
  readonly #answered = new Uint32Array(BUCKETS);
  readonly #failed = new Uint32Array(BUCKETS);
  readonly #bucketMs: number;
  #newest = 0;
  #state: BreakerState = 'closed';
  /** Grows with each change of state, so that requests of an earlier state no longer count. */
  #epoch = 0;
  #openUntil = 0;
  #isProbing = false;

  constructor(settings: BreakerSettings, onChange: (state: BreakerState) => void) {
    this.#settings = settings;
    this.#onChange = onChange;
    this.#bucketMs = settings.windowMs / BUCKETS;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Whether a request at this time would be refused. */
  refuses(now: number): boolean {
    if (this.#state === 'closed') return false;
    return this.#state === 'open' ? now < this.#openUntil : this.#isProbing;
  }

  /** A ticket for a request, which must be given back by {@link settle}; or {@link REFUSED}. */
  enter(now: number): number {
    if (this.#state === 'closed') return this.#epoch;
    if (this.refuses(now)) return REFUSED;
    if (this.#state === 'open') this.#change('half_open');
    this.#isProbing = true;
    return this.#epoch;
  }

  /** Tells what became of the request with this ticket. */
  settle(ticket: number, now: number, outcome: Outcome): void {
    if (ticket !== this.#epoch) return;
    if (this.#state === 'half_open') {
      this.#isProbing = false;
      if (outcome === 'failed') this.#open(now);
      else if (outcome === 'answered') this.#change('closed');
      return;
    }
    if (outcome === 'unknown') return;
    const bucket = this.#bucket(now);
    const counts = outcome === 'failed' ? this.#failed : this.#answered;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    if (outcome === 'failed' && this.#isTooMuch()) this.#open(now);
  }

  #isTooMuch(): boolean {
    const { minimumRequests, failureRatio } = this.#settings;
    const failed = sum(this.#failed);
    const all = failed + sum(this.#answered);
    return all >= minimumRequests && failed >= all * failureRatio;
  }

  #open(now: number): void {
    this.#openUntil = now + this.#settings.openMs;
    this.#change('open');
  }

  #change(state: BreakerState): void {
    this.#state = state;
    this.#epoch++;
    this.#answered.fill(0);
    this.#failed.fill(0);
    this.#onChange(state);
  }

  /** The bucket of this time; those that it passed since the last one are emptied. */
  #bucket(now: number): number {
    const current = Math.floor(now / this.#bucketMs);
    for (let passed = Math.max(this.#newest + 1, current - BUCKETS + 1); passed <= current; passed++) {
      this.#answered[passed % BUCKETS] = 0;
      this.#failed[passed % BUCKETS] = 0;
    }
    this.#newest = Math.max(this.#newest, current);
    return this.#newest % BUCKETS;
  }
}

function sum(counts: Uint32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
