import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { IntakeEntity } from './intake.entity.js';

/** All intakes, newest first; public. */
export function listIntakes(context: RequestContext, args: ConnectionArgs): Promise<Connection<IntakeEntity>> {
  return findConnection(context.em, IntakeEntity, { args, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });
}
