import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { standsFor } from '../../consent/guardianship/guardianship.service.js';
import { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { AccessLogHeadEntity } from './access-log-head.entity.js';

/**
 * Every decision on a person's data that is shown by now, newest first, or null for a viewer who is neither the person nor
 * a guardian.
 */
export async function listAccessLog(
  context: RequestContext,
  args: ConnectionArgs,
  person: SeenPerson,
): Promise<Connection<AccessLogEntryEntity> | null> {
  if (!(await standsFor(context, person))) return null;
  const where = { volunteerId: person.id };
  return findConnection(context.em, AccessLogEntryEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/**
 * Every decision that was made for the viewer's organisation, newest first.
 *
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN
 */
export function listOrganizationAccessLog(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<AccessLogEntryEntity>> {
  const where = { organizationId: context.requireOrganization() };
  return findConnection(context.em, AccessLogEntryEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/**
 * The newest signed head of the log of the viewer's organisation, or null while nothing is signed.
 *
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN
 */
export async function findOrganizationAccessLogHead(context: RequestContext): Promise<string | null> {
  const chain = context.requireOrganization();
  const head = await context.em.findOne(AccessLogHeadEntity, { chain }, { orderBy: { sequence: 'desc' } });
  return head?.statement ?? null;
}
