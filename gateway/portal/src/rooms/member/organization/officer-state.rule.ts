/** The times of an appointment, as the graph gives them. */
export interface AppointmentTimes {
  readonly beginsAt: string | null;
  readonly endsAt: string | null;
  readonly dismissedAt: string | null;
}

/** Whether an appointment is ahead, lasts or is over. */
export function officerState({ beginsAt, endsAt, dismissedAt }: AppointmentTimes, now: string) {
  if (dismissedAt !== null || (endsAt !== null && endsAt <= now)) return 'over';
  return beginsAt !== null && beginsAt > now ? 'ahead' : 'lasting';
}

/** The instant of the hand-over that waits; null if none does. */
export function handOverAt(officers: readonly AppointmentTimes[], now: string): string | null {
  const instants = officers.flatMap((officer) => {
    const state = officerState(officer, now);
    if (state === 'ahead') return officer.beginsAt ?? [];
    return state === 'lasting' ? (officer.endsAt ?? []) : [];
  });
  return instants[0] ?? null;
}
