import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ProgrammeEntity } from './programme.entity.js';

/** The programmes of one faculty, or of all; public. */
export function listProgrammes(
  context: RequestContext,
  args: ConnectionArgs,
  facultyId: string | null,
): Promise<Connection<ProgrammeEntity>> {
  return findConnection(context.em, ProgrammeEntity, {
    args,
    where: facultyId === null ? {} : { facultyId },
    orderBy: [{ id: 'asc' }],
  });
}
