import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { releaseCount } from '@birlik/trust/statistic';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MeetingItemEntity } from './meeting-item.entity.js';
import { itemsByMeeting } from './meeting-item.loader.js';
import { MeetingItem } from './meeting-item.type.js';
import type { MeetingSpeakerEntity } from './meeting-speaker.entity.js';
import { speakersByMeeting } from './meeting-speaker.loader.js';
import { MeetingSpeaker } from './meeting-speaker.type.js';
import { RecruitmentMeetingEntity } from './recruitment-meeting.entity.js';
import { RecruitmentMeeting, RecruitmentMeetingConnection } from './recruitment-meeting.type.js';

@Resolver(() => RecruitmentMeeting)
export class RecruitmentMeetingResolver {
  @Allow(anyone)
  @Query(() => RecruitmentMeetingConnection, {
    nullable: true,
    description: 'Recruitment meetings at the member universities; null while the service is down.',
  })
  recruitmentMeetings(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<RecruitmentMeetingEntity>> {
    return findConnection(context.em, RecruitmentMeetingEntity, { args, orderBy: [{ id: 'desc' }] });
  }

  @FieldResolver(() => [MeetingSpeaker], { description: 'Who speaks, at most 50; empty if that is not known.' })
  speakers(@Root() { id }: RecruitmentMeetingEntity, @Ctx() context: RequestContext): Promise<MeetingSpeakerEntity[]> {
    return speakersByMeeting.load(context, id);
  }

  @FieldResolver(() => [MeetingItem], {
    description: 'What happens, in its order, at most 50 parts; empty if that is not known.',
  })
  agenda(@Root() { id }: RecruitmentMeetingEntity, @Ctx() context: RequestContext): Promise<MeetingItemEntity[]> {
    return itemsByMeeting.load(context, id);
  }

  @FieldResolver(() => ReleasedCountScalar, {
    nullable: true,
    description:
      'How many students came, as the university counted; null before the meeting, if not counted, and if they were fewer than its threshold for statistics.',
  })
  attendance(@Root() { attendance }: RecruitmentMeetingEntity, @Ctx() context: RequestContext): number | null {
    return attendance == null ? null : releaseCount(attendance, context.member.releaseThreshold);
  }
}
