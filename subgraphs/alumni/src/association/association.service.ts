import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { AssociationEntity } from './association.entity.js';

/** All associations of the platform; public. */
export function listAssociations(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<AssociationEntity>> {
  return findConnection(context.em, AssociationEntity, { args, orderBy: [{ id: 'asc' }] });
}
