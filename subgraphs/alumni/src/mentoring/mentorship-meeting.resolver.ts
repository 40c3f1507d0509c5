import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { meetingStatuses, type MentorshipMeetingEntity } from './mentorship-meeting.entity.js';
import { changeMeeting, proposeMeeting } from './mentorship-meeting.service.js';
import { ProposeMentorshipMeetingInput } from './mentorship-pair.input.js';
import { isViewers } from './mentorship-pair.service.js';
import { MentorshipMeeting, MentorshipMeetingResult } from './mentorship-pair.type.js';

const idOf = { description: 'The id of a meeting of the viewer’s.' };

@Resolver(() => MentorshipMeeting)
export class MentorshipMeetingResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipMeetingResult, {
    description:
      'Proposes a meeting to the other one of a mentorship that is active, who is told. Another time is another meeting.',
  })
  proposeMentorshipMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProposeMentorshipMeetingInput, { description: 'When and where.' })
    input: ProposeMentorshipMeetingInput,
  ): Promise<MentorshipMeetingEntity | Problem> {
    return asResult(() => proposeMeeting(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipMeetingResult, {
    description:
      'Confirms or declines a meeting that the other one of the two proposes, who is told. Of a confirmed one both are reminded.',
  })
  answerMentorshipMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, idOf) id: string,
    @Arg('confirm', () => Boolean, { description: 'Whether the viewer comes.' }) confirm: boolean,
  ): Promise<MentorshipMeetingEntity | Problem> {
    const status = confirm ? meetingStatuses.CONFIRMED : meetingStatuses.DECLINED;
    return asResult(() => changeMeeting(context, { id, status }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipMeetingResult, {
    description: 'Calls off a meeting before it begins, as either of the two; the other one is told.',
  })
  cancelMentorshipMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, idOf) id: string,
  ): Promise<MentorshipMeetingEntity | Problem> {
    return asResult(() => changeMeeting(context, { id, status: meetingStatuses.CANCELLED }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipMeetingResult, {
    description:
      'Says whether a confirmed meeting took place, once it has begun; either of the two can say it otherwise later.',
  })
  recordMentorshipMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, idOf) id: string,
    @Arg('happened', () => Boolean, { description: 'Whether it took place.' }) happened: boolean,
  ): Promise<MentorshipMeetingEntity | Problem> {
    const status = happened ? meetingStatuses.HAPPENED : meetingStatuses.MISSED;
    return asResult(() => changeMeeting(context, { id, status }));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer proposed it; the other one of the two did otherwise.',
  })
  isOwn(@Root() meeting: MentorshipMeetingEntity, @Ctx() context: RequestContext): boolean {
    return isViewers(meeting, context);
  }
}
