import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { VolunteerAgreementEntity } from './volunteer-agreement.entity.js';

/** The viewer's own organisation's volunteers, in the order of their agreements' ids. Each has one open agreement. */
export function listServing(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<VolunteerAgreementEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, VolunteerAgreementEntity, {
    args,
    where: { organizationId, endsOn: null },
    orderBy: [{ id: 'asc' }],
  });
}
