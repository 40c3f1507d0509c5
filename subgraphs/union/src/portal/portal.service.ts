import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { PortalEntity } from './portal.entity.js';

/** Where opportunities are published; public. */
export function listPortals(context: RequestContext, args: ConnectionArgs): Promise<Connection<PortalEntity>> {
  return findConnection(context.em, PortalEntity, { args, orderBy: [{ id: 'asc' }] });
}
