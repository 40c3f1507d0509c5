import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { RecruitmentMeetingEntity } from './recruitment-meeting.entity.js';

/** All recruitment meetings, newest first; public. */
export function listMeetings(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<RecruitmentMeetingEntity>> {
  return findConnection(context.em, RecruitmentMeetingEntity, { args, orderBy: [{ id: 'desc' }] });
}
