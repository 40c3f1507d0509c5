import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { MentorProfileEntity } from './mentor-profile.entity.js';

/** The mentors of the viewer's own association who take requests now. */
export function listFreeMentors(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<MentorProfileEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, MentorProfileEntity, {
    args,
    where: { organizationId, paused: false, freePlaces: { $gt: 0 } },
    orderBy: [{ id: 'asc' }],
  });
}
