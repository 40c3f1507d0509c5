import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Steps of a tenth of a millisecond, up to a minute; what takes longer counts as a minute. */
const STEPS_OF_MS = 10;
const MOST_STEPS = 60_000 * STEPS_OF_MS;

/** What the times of a while come to. Milliseconds, to about one part in a hundred; null: there were none. */
export interface TimesSummary {
  readonly count: number;
  readonly failures: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

interface Slot {
  /** The number of the slot since the clock began. */
  index: number;
  failures: number;
  readonly times: RecordableHistogram;
}

/** How long something took in the last minutes, in slots of time that take turns: memory does not grow with what is added. */
export class RecentTimes {
  readonly #slotMs: number;
  readonly #slots: (Slot | undefined)[];

  /** @param windowMs is looked back at, less up to a slot */
  constructor(windowMs: number, slots: number) {
    this.#slotMs = windowMs / slots;
    this.#slots = Array.from({ length: slots }, () => undefined);
  }

  /** @param now on any clock that never goes back, in milliseconds */
  add(ms: number, failed: boolean, now: number): void {
    const index = Math.floor(now / this.#slotMs);
    const place = index % this.#slots.length;
    let slot = this.#slots[place];
    if (slot === undefined) {
      slot = { index, failures: 0, times: createHistogram({ lowest: 1, highest: MOST_STEPS, figures: 2 }) };
      this.#slots[place] = slot;
    } else if (slot.index !== index) {
      slot.index = index;
      slot.failures = 0;
      slot.times.reset();
    }
    if (failed) slot.failures++;
    slot.times.record(Math.min(Math.max(Math.round(ms * STEPS_OF_MS), 1), MOST_STEPS));
  }

  summary(now: number): TimesSummary {
    const oldest = Math.floor(now / this.#slotMs) - this.#slots.length;
    const all = createHistogram({ lowest: 1, highest: MOST_STEPS, figures: 2 });
    let failures = 0;
    for (const slot of this.#slots) {
      if (slot === undefined || slot.index <= oldest) continue;
      failures += slot.failures;
      all.add(slot.times);
    }
    const { count } = all;
    if (count === 0) return { count, failures, p50: null, p95: null, max: null };
    const ms = (steps: number) => steps / STEPS_OF_MS;
    return { count, failures, p50: ms(all.percentile(50)), p95: ms(all.percentile(95)), max: ms(all.max) };
  }
}
