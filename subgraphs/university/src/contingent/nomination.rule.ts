import { DomainError } from '@birlik/kernel/errors';
import { explain } from '../messages.js';

/**
 * Refuses a nomination that a contingent cannot take.
 *
 * @param nominated the people whom the contingent has already
 * @throws DomainError CONFLICT when the person is among them, or when the contingent is full
 */
export function assertPlaceFor(volunteerId: string, nominated: readonly string[], capacity: number): void {
  if (nominated.includes(volunteerId)) {
    throw new DomainError('CONFLICT', explain('nominated-already'));
  }
  if (nominated.length >= capacity) throw new DomainError('CONFLICT', explain('contingent-full'));
}
