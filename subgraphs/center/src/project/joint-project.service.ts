import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { JointProjectEntity } from './joint-project.entity.js';

/** The joint projects, newest first, or only those that rest on no agreement; public. */
export function listJointProjects(
  context: RequestContext,
  args: ConnectionArgs,
  withoutAgreement: boolean | null,
): Promise<Connection<JointProjectEntity>> {
  return findConnection(context.em, JointProjectEntity, {
    args,
    where: withoutAgreement === null ? {} : { agreementId: withoutAgreement ? null : { $ne: null } },
    orderBy: [{ id: 'desc' }],
  });
}
