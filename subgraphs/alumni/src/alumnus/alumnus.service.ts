import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { AlumniFact } from '../directory/directory-listing.entity.js';
import { AlumnusEntity } from './alumnus.entity.js';
import { findAlumniRecords, type AlumniRecord } from './alumnus.loader.js';
import { explain } from '../messages.js';

/** The people of the viewer's own association, in the order of their records' ids. Each has one record. */
export function listAlumni(context: RequestContext, args: ConnectionArgs): Promise<Connection<AlumnusEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, AlumnusEntity, { args, where: { organizationId }, orderBy: [{ id: 'asc' }] });
}

/**
 * Marks what the associations hold about the viewer as confirmed today.
 *
 * @param facts only these; all if null
 *
 * @throws DomainError NOT_FOUND when no association holds anything
 */
export async function confirmAlumniFacts(
  context: RequestContext,
  facts: readonly AlumniFact[] | null,
): Promise<AlumniRecord> {
  const volunteerId = context.requireVolunteer();
  const today = context.today();
  await (facts === null
    ? context.em.nativeUpdate(AlumnusEntity, { volunteerId }, { lastConfirmedOn: today })
    : runStatement(context.em, 'update alumnus set confirmed = confirmed || ?::jsonb where volunteer_id = ?', [
        JSON.stringify(Object.fromEntries(facts.map((fact) => [fact, today]))),
        volunteerId,
      ]));
  const [record] = await findAlumniRecords(context.em, [volunteerId]);
  if (!record) throw new DomainError('NOT_FOUND', explain('nothing-held'));
  return record;
}
