/** The last day of a stretch of whole weeks, as `YYYY-MM-DD`. */
export function lastDay({ startsOn, weeks }: { startsOn: string; weeks: number }): string {
  const day = new Date(`${startsOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + weeks * 7 - 1);
  return day.toISOString().slice(0, 10);
}
