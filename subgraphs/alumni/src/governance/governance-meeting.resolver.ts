import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, signedIn, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GovernanceBodyEntity } from './governance-body.entity.js';
import { GovernanceBody } from './governance-body.type.js';
import type { GovernanceMandateEntity } from './governance-mandate.entity.js';
import { GovernanceMandate } from './governance-mandate.type.js';
import { GovernanceMeetingEntity } from './governance-meeting.entity.js';
import { GovernanceMinutesInput, PlanGovernanceMeetingInput } from './governance-meeting.input.js';
import {
  attendMeeting,
  listMeetings,
  moveMeeting,
  passVoice,
  planMeeting,
  publishMinutes,
} from './governance-meeting.service.js';
import {
  ChangeGovernanceMeetingResult,
  GovernanceMeeting,
  GovernanceMeetingConnection,
  GovernanceMinutes,
  GovernanceVoice,
} from './governance-meeting.type.js';
import type { GovernanceMinutesEntity } from './governance-minutes.entity.js';
import type { GovernanceMotionEntity } from './governance-motion.entity.js';
import { GovernanceMotion } from './governance-motion.type.js';
import {
  actsByBody,
  bodyById,
  mandatesByBody,
  minutesByMeeting,
  motionsByMeeting,
  voicesByMeeting,
  type Voice,
} from './governance.loader.js';

const keepers = ['officer', 'coordinator', 'admin'] as const;

@Resolver(() => GovernanceMeeting)
export class GovernanceMeetingResolver {
  @Allow(signedIn)
  @Query(() => GovernanceMeetingConnection, {
    nullable: true,
    description:
      'The meetings of a body, or of all, newest first, for who has a live mandate in it, for the audit commission and for officers of its organisation; none for anyone else. Null while the service is down.',
  })
  governanceMeetings(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('bodyId', () => ID, { nullable: true, description: 'The body’s id; meetings of all bodies if unset.' })
    bodyId: string | null | undefined,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<GovernanceMeetingEntity>> {
    return listMeetings(context, args, bodyId ?? null);
  }

  @Allow(signedIn)
  @Query(() => GovernanceMeeting, {
    nullable: true,
    description:
      'A meeting of a body, for whoever reads its records; null if there is none for the viewer, and while the service is down.',
  })
  governanceMeeting(
    @Ctx() { em }: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) id: string,
  ): Promise<GovernanceMeetingEntity | null> {
    return em.findOne(GovernanceMeetingEntity, { id });
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMeetingResult, {
    description: 'Plans a meeting of a body of the viewer’s own organisation.',
  })
  planGovernanceMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanGovernanceMeetingInput, { description: 'The meeting.' }) input: PlanGovernanceMeetingInput,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => planMeeting(context, input));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMeetingResult, { description: 'Opens a planned meeting: from now on people attend.' })
  openGovernanceMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) id: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => moveMeeting(context, { id, to: 'open' }));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMeetingResult, {
    description: 'Closes an open meeting; not while a vote is open.',
  })
  closeGovernanceMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) id: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => moveMeeting(context, { id, to: 'closed' }));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMeetingResult, { description: 'Calls a planned meeting off.' })
  cancelGovernanceMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) id: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => moveMeeting(context, { id, to: 'cancelled' }));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMeetingResult, {
    description: 'Publishes the minutes of a closed meeting, or a corrected version of them; earlier ones stay.',
  })
  publishGovernanceMinutes(
    @Ctx() context: RequestContext,
    @Arg('input', () => GovernanceMinutesInput, { description: 'The meeting and the text.' })
    input: GovernanceMinutesInput,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => publishMinutes(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeGovernanceMeetingResult, {
    description:
      'Notes that the viewer is at an open meeting of a body in which their mandate is live. A proxy of theirs ends.',
  })
  attendGovernanceMeeting(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) id: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => attendMeeting(context, id));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeGovernanceMeetingResult, {
    description:
      'Passes the viewer’s voice at a meeting on to another mandate of the body, as long as they are not there.',
  })
  giveGovernanceProxy(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) meetingId: string,
    @Arg('holderId', () => ID, { description: 'The id of the mandate that speaks for the viewer.' }) holderId: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => passVoice(context, { meetingId, holderId }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeGovernanceMeetingResult, { description: 'Takes the viewer’s voice at a meeting back.' })
  takeBackGovernanceProxy(
    @Ctx() context: RequestContext,
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' }) meetingId: string,
  ): Promise<GovernanceMeetingEntity | Problem> {
    return asResult(() => passVoice(context, { meetingId, holderId: null }));
  }

  @FieldResolver(() => GovernanceBody, { description: 'The body that meets.' })
  async body(
    @Root() { bodyId }: GovernanceMeetingEntity,
    @Ctx() context: RequestContext,
  ): Promise<GovernanceBodyEntity> {
    const body = await bodyById.load(context, bodyId);
    if (!body) throw new Error('A meeting has its body.');
    return body;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The viewer’s mandate by which they attend, pass their voice on and vote; null for who only reads.',
  })
  actsBy(@Root() { bodyId }: GovernanceMeetingEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return actsByBody.load(context, bodyId);
  }

  @FieldResolver(() => [GovernanceMandate], {
    description: 'Who has or had a mandate in the body, in the order in which they were given, at most 500.',
  })
  mandates(
    @Root() { bodyId }: GovernanceMeetingEntity,
    @Ctx() context: RequestContext,
  ): Promise<GovernanceMandateEntity[]> {
    return mandatesByBody.load(context, bodyId);
  }

  @FieldResolver(() => [GovernanceMotion], {
    description: 'What it decides, in the order in which it was put, at most 100.',
  })
  motions(@Root() { id }: GovernanceMeetingEntity, @Ctx() context: RequestContext): Promise<GovernanceMotionEntity[]> {
    return motionsByMeeting.load(context, id);
  }

  @FieldResolver(() => [GovernanceVoice], { description: 'Whose voices are there, at most 300.' })
  voices(@Root() { id }: GovernanceMeetingEntity, @Ctx() context: RequestContext): Promise<Voice[]> {
    return voicesByMeeting.load(context, id);
  }

  @FieldResolver(() => [GovernanceMinutes], { description: 'Its minutes, the newest version first, at most 50.' })
  minutes(@Root() { id }: GovernanceMeetingEntity, @Ctx() context: RequestContext): Promise<GovernanceMinutesEntity[]> {
    return minutesByMeeting.load(context, id);
  }
}
