import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { EnrolmentEntity, enrolmentStatuses } from './enrolment.entity.js';

/** The viewer's own university's current students, in the order of their enrolments' ids. Each has one enrolment row. */
export function listEnrolled(context: RequestContext, args: ConnectionArgs): Promise<Connection<EnrolmentEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, EnrolmentEntity, {
    args,
    where: { organizationId, status: enrolmentStatuses.STUDYING },
    orderBy: [{ id: 'asc' }],
  });
}
