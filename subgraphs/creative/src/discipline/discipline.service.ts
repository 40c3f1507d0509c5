import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DisciplineEntity } from './discipline.entity.js';

/** All disciplines; public. */
export function listDisciplines(context: RequestContext, args: ConnectionArgs): Promise<Connection<DisciplineEntity>> {
  return findConnection(context.em, DisciplineEntity, { args, orderBy: [{ id: 'asc' }] });
}
