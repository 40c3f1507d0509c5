import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ProgrammeParticipationEntity } from './programme-participation.entity.js';

/** Who takes or took part in one intake of the viewer's own agency, or in all of them. */
export function listParticipations(
  context: RequestContext,
  args: ConnectionArgs,
  intakeId: string | null,
): Promise<Connection<ProgrammeParticipationEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, ProgrammeParticipationEntity, {
    args,
    where: intakeId === null ? { organizationId } : { organizationId, intakeId },
    orderBy: [{ id: 'asc' }],
  });
}
