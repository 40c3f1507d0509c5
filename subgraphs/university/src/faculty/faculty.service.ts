import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { FacultyEntity } from './faculty.entity.js';

/** The faculties of one university, or of all; public. */
export function listFaculties(
  context: RequestContext,
  args: ConnectionArgs,
  organizationId: string | null,
): Promise<Connection<FacultyEntity>> {
  return findConnection(context.em, FacultyEntity, {
    args,
    where: organizationId === null ? {} : { organizationId },
    orderBy: [{ id: 'asc' }],
  });
}
