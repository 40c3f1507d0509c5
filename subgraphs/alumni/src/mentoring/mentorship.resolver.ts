import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { RelatedPerson, relatedPerson } from '@birlik/trust/related';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { mentorshipStatuses, type MentorshipEntity, type SeenMentorship } from './mentorship.entity.js';
import { AnswerMentorshipInput, ProposeMentorshipInput, RequestMentorshipInput } from './mentorship.input.js';
import { proposeMentorship } from './mentorship-proposal.service.js';
import { answerMentorship, endMentorship, listMentees, requestMentorship } from './mentorship.service.js';
import {
  ChangeMentorshipResult,
  Mentorship,
  MentorshipConnection,
  RequestMentorshipResult,
} from './mentorship.type.js';

@Resolver(() => Mentorship)
export class MentorshipResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => RequestMentorshipResult, {
    description:
      'Asks a mentor for mentoring, by a card of `mentorCards` or by the person’s id. The mentor has the days of their association to answer.',
  })
  requestMentorship(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestMentorshipInput, { description: 'The mentor, and a word to them.' })
    input: RequestMentorshipInput,
  ): Promise<SeenMentorship | Problem> {
    return asResult(async () => ({ ...(await requestMentorship(context, input)), isOwn: true }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorshipResult, {
    description:
      'Says yes or no: a mentor to a request, and each of two whom a coordinator proposes. The last yes begins it and closes what else the mentee asked for.',
  })
  answerMentorship(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerMentorshipInput, { description: 'The request and the answer.' })
    input: AnswerMentorshipInput,
  ): Promise<SeenMentorship | Problem> {
    return asResult(async () => ({ ...(await answerMentorship(context, input)), isOwn: true }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorshipResult, {
    description: 'Takes back a request of the viewer’s that waits for the mentor’s answer.',
  })
  withdrawMentorshipRequest(
    @Ctx() context: RequestContext,
    @Arg('mentorshipId', () => ID, { description: 'The id of the mentorship that was asked for.' }) id: string,
  ): Promise<SeenMentorship | Problem> {
    return asResult(async () => ({ ...(await endMentorship(context, { id, ending: 'withdrawn' })), isOwn: true }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeMentorshipResult, {
    description:
      'Ends a mentorship of the viewer’s, as its mentor or its mentee. The other one is told, without a reason.',
  })
  endMentorship(
    @Ctx() context: RequestContext,
    @Arg('mentorshipId', () => ID, { description: 'The mentorship’s id.' }) id: string,
  ): Promise<SeenMentorship | Problem> {
    return asResult(async () => ({ ...(await endMentorship(context, { id, ending: 'ended' })), isOwn: true }));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => RequestMentorshipResult, {
    description:
      'Proposes two people of the viewer’s own association to each other; for its officers and coordinators. Both have to say yes.',
  })
  proposeMentorship(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProposeMentorshipInput, { description: 'The two.' }) input: ProposeMentorshipInput,
  ): Promise<SeenMentorship | Problem> {
    return asResult(async () => ({ ...(await proposeMentorship(context, input)), isOwn: false }));
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description:
      'The person who mentors; null before the mentor has said yes, when the mentor has left, and while the registry is down.',
  })
  mentor(@Root() { mentorVolunteerId: id, startedOn }: MentorshipEntity): Volunteer | null {
    return id && startedOn ? { id } : null;
  }

  @Allow(volunteer)
  @Query(() => MentorshipConnection, {
    nullable: true,
    description: 'The mentorships in which the viewer mentors, newest first; null while the service is down.',
  })
  myMentees(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SeenMentorship>> {
    return listMentees(context, args);
  }

  @FieldResolver(() => RelatedPerson, {
    nullable: true,
    description:
      'The other one of the two, for mentor and mentee alone, as long as the mentorship is active; null for anyone else, before and after.',
  })
  counterpart(@Root() mentorship: SeenMentorship, @Ctx() context: RequestContext): RelatedPerson | null {
    const { id, isOwn, status, volunteerId: mentee, mentorVolunteerId: mentor } = mentorship;
    if (!isOwn || status !== mentorshipStatuses.ACTIVE || !mentee || !mentor) return null;
    return relatedPerson(context, { kind: 'mentorship', id, people: [mentee, mentor] });
  }

  @FieldResolver(() => Boolean, { description: 'Whether the mentor has left the federation and was erased.' })
  mentorLeft(@Root() mentorship: MentorshipEntity): boolean {
    return !mentorship.mentorVolunteerId;
  }
}
