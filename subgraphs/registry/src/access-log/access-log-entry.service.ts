import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/kernel/context';
import { standsFor } from '../guardianship/guardianship.service.js';
import { AccessLogEntryEntity } from './access-log-entry.entity.js';

/** Every decision on a person's data, newest first, or null for a viewer who is neither the person nor a guardian. */
export async function listAccessLog(
  context: RequestContext,
  args: ConnectionArgs,
  volunteerId: string,
): Promise<Connection<AccessLogEntryEntity> | null> {
  if (!(await standsFor(context, volunteerId))) return null;
  return findConnection(context.em, AccessLogEntryEntity, { args, where: { volunteerId }, orderBy: [{ id: 'desc' }] });
}
