import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { AlumnusEntity } from './alumnus.entity.js';
import { findAlumniRecords, type AlumniRecord } from './alumnus.loader.js';
import { explain } from '../messages.js';

/** The people of the viewer's own association, in the order of their records' ids. Each has one record. */
export function listAlumni(context: RequestContext, args: ConnectionArgs): Promise<Connection<AlumnusEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, AlumnusEntity, { args, where: { organizationId }, orderBy: [{ id: 'asc' }] });
}

/**
 * Marks all that the associations hold about the viewer as confirmed today.
 *
 * @throws DomainError NOT_FOUND when no association holds anything
 */
export async function confirmAlumniFacts(context: RequestContext): Promise<AlumniRecord> {
  const volunteerId = context.requireVolunteer();
  const lastConfirmedOn = context.today();
  await context.em.nativeUpdate(AlumnusEntity, { volunteerId }, { lastConfirmedOn });
  const [record] = await findAlumniRecords(context.em, [volunteerId]);
  if (!record) throw new DomainError('NOT_FOUND', explain('nothing-held'));
  return record;
}
