import type { CheckInByLinkInput } from '../../../generated/graphql.js';

/** Where reports wait on this device that did not come through: the sender’s own words, until they are sent. */
const place = 'birlik.check-ins';

/** The reports that wait, the oldest first. */
export function waitingReports(): readonly CheckInByLinkInput[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? (kept as CheckInByLinkInput[]) : [];
  } catch {
    return [];
  }
}

/** Keeps a report on this device until it has come through. */
export function keepReport(report: CheckInByLinkInput): void {
  write([...waitingReports(), report]);
}

/** Forgets a report that has come through, or that will never. */
export function forgetReport({ reportId }: CheckInByLinkInput): void {
  write(waitingReports().filter((one) => one.reportId !== reportId));
}

function write(reports: readonly CheckInByLinkInput[]): void {
  try {
    if (reports.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(reports));
  } catch {
    // A browser that keeps nothing still sends.
  }
}
