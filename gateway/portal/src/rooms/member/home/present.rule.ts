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
  // A day is over at its end: as a text it begins like the moments within it.
  return ends
    .filter((end) => end >= now.slice(0, end.length) && (last === null || end <= last))
    .toSorted((one, other) => (one < other ? -1 : 1));
}
