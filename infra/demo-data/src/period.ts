/** The time that the demo data covers, in milliseconds since 1970. Its end is the demo's today. */
export const demoPeriod = {
  start: Date.UTC(2020, 0, 1),
  end: Date.UTC(2026, 8, 1),
  /** Nobody registers later than this, so that every volunteer can still join an intake. */
  lastRegistration: Date.UTC(2026, 5, 15),
} as const;

/** The calendar day of an instant, in UTC. */
export function dayOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 10);
}

export const millisecondsPerDay = 86_400_000;
