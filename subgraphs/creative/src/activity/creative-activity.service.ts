import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { CreativeActivityEntity } from './creative-activity.entity.js';

/** All activities, newest first; public. */
export function listActivities(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<CreativeActivityEntity>> {
  return findConnection(context.em, CreativeActivityEntity, { args, orderBy: [{ id: 'desc' }] });
}
