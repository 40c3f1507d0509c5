import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { GovernanceBodyEntity } from './governance-body.entity.js';

/** All bodies of the platform; public. */
export function listGovernanceBodies(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<GovernanceBodyEntity>> {
  return findConnection(context.em, GovernanceBodyEntity, { args, orderBy: [{ id: 'asc' }] });
}
