import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { timeZoneNamed } from '@birlik/kernel/time-zone';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../../messages.js';
import type { OwnFactsChange } from '../../people/own-facts/own-facts.type.js';
import { requireConsentActor, requireConsentingAge } from '../guardianship/guardianship.service.js';

/**
 * Says in which time zone the days of the viewer, or of a minor whose guardian the viewer is, are counted. A minor is of age at
 * midnight there, so that the minor alone does not say it.
 *
 * @param timeZone null for that of the organisation that registered the person
 * @throws DomainError BAD_USER_INPUT (no such zone), NOT_FOUND (no such ward, or an erased person) or REPRESENTATIVE_REQUIRED
 */
export async function changeOwnTimeZone(
  context: RequestContext,
  timeZone: string | null,
  onBehalfOf: string | null,
): Promise<OwnFactsChange> {
  const zone = timeZone === null ? null : timeZoneNamed(timeZone);
  if (zone === null && timeZone !== null) throw new DomainError('BAD_USER_INPUT', explain('no-such-time-zone'));
  const actor = await requireConsentActor(context, onBehalfOf);
  requireConsentingAge(actor);
  const [row] = await runStatement<{ changed: boolean }>(
    context.em,
    'select change_own_time_zone(?::uuid, ?::text) as changed',
    [actor.volunteerId, zone],
  );
  if (row?.changed !== true) throw new DomainError('NOT_FOUND', explain('no-such-person'));
  return { changedAt: new Date() };
}
