import { DomainError } from '@birlik/kernel/errors';
import { explain } from '../messages.js';

/**
 * Refuses a nomination that a contingent cannot take.
 *
 * @param nominated the people whom the contingent has already
 * @param capacity how many it takes at most; null for no limit
 * @throws DomainError CONFLICT when the person is among them, or when the contingent is full
 */
export function assertPlaceFor(volunteerId: string, nominated: readonly string[], capacity: number | null): void {
  if (nominated.includes(volunteerId)) {
    throw new DomainError('CONFLICT', explain('nominated-already'));
  }
  if (capacity !== null && nominated.length >= capacity) throw new DomainError('CONFLICT', explain('contingent-full'));
}
