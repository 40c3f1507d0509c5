import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ServiceCenterEntity } from './service-center.entity.js';

/** All service centers, those that open soon included; public. */
export function listServiceCenters(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<ServiceCenterEntity>> {
  return findConnection(context.em, ServiceCenterEntity, { args, orderBy: [{ id: 'asc' }] });
}
