/**
 * The day that it is in a time zone, as `YYYY-MM-DD`: the zone of an organisation for its days. Without a zone, such as while nobody says
 * an organisation's, the day that the reader has.
 *
 * @throws RangeError for a zone that is none
 */
export function dayIn(timeZone: string | null | undefined, moment = new Date()): string {
  // The Swedish day is written as ISO 8601 has it.
  return new Intl.DateTimeFormat('sv', {
    timeZone: timeZone ?? undefined,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}

/** Whether the last day, `YYYY-MM-DD`, is over in a time zone; what has no end is not. */
export function isOver(
  lastDay: string | null | undefined,
  timeZone: string | null | undefined,
  moment?: Date,
): boolean {
  return lastDay != null && lastDay < dayIn(timeZone, moment);
}
