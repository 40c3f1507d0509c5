/** How long a request waits for an answer. */
export const daysUntilLapse = 30;

/** How often an organisation may ask one person in 30 days, for whatever purpose. */
export const mostPerMonth = 3;

const dayMs = 86_400_000;

/** An instant some days later, or earlier for a negative number. */
export function daysFrom(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}

export const consentRequestStates = {
  OPEN: 'open',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  LAPSED: 'lapsed',
} as const;
export type ConsentRequestState = (typeof consentRequestStates)[keyof typeof consentRequestStates];

/** What has come of a request until now. One that nobody answered lapses; that is the same for an id that nobody has. */
export function stateOf(
  request: { readonly accepted?: boolean | null | undefined; readonly lapsesAt: Date },
  now: Date,
): ConsentRequestState {
  const { OPEN, ACCEPTED, DECLINED, LAPSED } = consentRequestStates;
  if (request.accepted != null) return request.accepted ? ACCEPTED : DECLINED;
  return request.lapsesAt > now ? OPEN : LAPSED;
}
