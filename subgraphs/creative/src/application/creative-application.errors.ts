import { DomainError } from '@birlik/kernel/errors';
import { explain } from '../messages.js';

/**
 * Why an applicant cannot take an application back that stands there, or null when it can.
 *
 * @param campaign the state of its campaign
 */
export function refusalToWithdraw(status: string, campaign: string): DomainError | null {
  if (status === 'declined' || status === 'withdrawn') {
    return new DomainError('CONFLICT', explain('application-ended', { status }));
  }
  return campaign === 'decided' ? new DomainError('CONFLICT', explain('campaign-decided')) : null;
}
