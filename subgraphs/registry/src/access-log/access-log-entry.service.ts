import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/kernel/context';
import { AccessLogEntryEntity } from './access-log-entry.entity.js';

/** Every decision on the viewer's own data, newest first, or null when the person is somebody else. */
export async function listOwnAccessLog(
  context: RequestContext,
  args: ConnectionArgs,
  volunteerId: string,
): Promise<Connection<AccessLogEntryEntity> | null> {
  if (context.viewer?.volunteerId !== volunteerId) return null;
  return findConnection(context.em, AccessLogEntryEntity, { args, where: { volunteerId }, orderBy: [{ id: 'desc' }] });
}
