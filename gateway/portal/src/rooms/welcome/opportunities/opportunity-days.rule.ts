/** Whether the last day, `YYYY-MM-DD`, is over; what has no end is not. */
export function hasEnded(endsOn: string | null | undefined): boolean {
  return endsOn != null && endsOn < new Date().toISOString().slice(0, 10);
}
