import { dayIn } from '../../../language/day.js';

/** The present moment of a page, as an ISO text in UTC. */
export type Present = string;

/**
 * The ends that are still to come, the first one first.
 *
 * @param ends moments or days, as ISO texts
 * @param days how many days ahead; null for all that are to come
 */
export function endingWithin(ends: readonly string[], now: Present, days: number | null): readonly string[] {
  const last = days === null ? null : new Date(Date.parse(now) + days * 86_400_000).toISOString();
  const today = dayIn(null, new Date(now));
  // A day is over at its end, where the reader is.
  return ends
    .filter((end) => end >= (end.length === today.length ? today : now) && (last === null || end <= last))
    .toSorted((one, other) => (one < other ? -1 : 1));
}
