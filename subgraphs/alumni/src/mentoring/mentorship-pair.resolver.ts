import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answerSurvey, giveFeedback, wishRepeat } from './mentorship-closing.service.js';
import type { MentorshipFeedbackEntity } from './mentorship-feedback.entity.js';
import type { MentorshipGoalEntity } from './mentorship-goal.entity.js';
import type { MentorshipMeetingEntity } from './mentorship-meeting.entity.js';
import type { MentorshipNoteEntity } from './mentorship-note.entity.js';
import { AnswerMentorshipSurveyInput, GiveMentorshipFeedbackInput } from './mentorship-pair.input.js';
import {
  feedbackOf,
  findPair,
  goalsOf,
  isViewers,
  meetingsOf,
  mostShared,
  notesOf,
  surveyOf,
  type SeenPair,
} from './mentorship-pair.service.js';
import {
  MentorshipFeedback,
  MentorshipFeedbackResult,
  MentorshipGoal,
  MentorshipMeeting,
  MentorshipNote,
  MentorshipPair,
  MentorshipPairResult,
  MentorshipSurvey,
  MentorshipSurveyResult,
} from './mentorship-pair.type.js';
import type { MentorshipSurveyEntity } from './mentorship-survey.entity.js';

@Resolver(() => MentorshipPair)
export class MentorshipPairResolver {
  @Allow(volunteer)
  @Query(() => MentorshipPair, {
    nullable: true,
    description:
      'A mentorship of the viewer’s with all that the two share; null when the viewer has no such one, and while the service is down.',
  })
  myMentorship(
    @Ctx() context: RequestContext,
    @Arg('mentorshipId', () => ID, { description: 'The mentorship’s id.' }) id: string,
  ): Promise<SeenPair | null> {
    return findPair(context, id);
  }

  @FieldResolver(() => [MentorshipMeeting], {
    description: `The meetings, the latest first, at most ${mostShared}.`,
  })
  meetings(@Root() { id }: SeenPair, @Ctx() context: RequestContext): Promise<MentorshipMeetingEntity[]> {
    return meetingsOf(context, id);
  }

  @FieldResolver(() => [MentorshipGoal], {
    description: `The goals in the order in which they were set, at most ${mostShared}.`,
  })
  goals(@Root() { id }: SeenPair, @Ctx() context: RequestContext): Promise<MentorshipGoalEntity[]> {
    return goalsOf(context, id);
  }

  @FieldResolver(() => [MentorshipNote], { description: `The notes, the newest first, at most ${mostShared}.` })
  notes(@Root() { id }: SeenPair, @Ctx() context: RequestContext): Promise<MentorshipNoteEntity[]> {
    return notesOf(context, id);
  }

  @FieldResolver(() => [MentorshipFeedback], {
    description: 'What the two say of it: the viewer’s own, and the other one’s once both have said theirs; at most 2.',
  })
  feedback(@Root() { id }: SeenPair, @Ctx() context: RequestContext): Promise<MentorshipFeedbackEntity[]> {
    return feedbackOf(context, id);
  }

  @FieldResolver(() => MentorshipSurvey, {
    nullable: true,
    description: 'What the viewer answered to the closing survey; null as long as they have not.',
  })
  survey(@Root() { id }: SeenPair, @Ctx() context: RequestContext): Promise<MentorshipSurveyEntity | null> {
    return surveyOf(context, id);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipFeedbackResult, {
    description:
      'Says to the other one of the two what a mentorship was like that has ended, once. Each reads the other’s when both have said theirs; no organisation does.',
  })
  giveMentorshipFeedback(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveMentorshipFeedbackInput, { description: 'The mentorship, and what is said.' })
    input: GiveMentorshipFeedbackInput,
  ): Promise<MentorshipFeedbackEntity | Problem> {
    return asResult(() => giveFeedback(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipSurveyResult, {
    description: 'Answers the closing survey of a mentorship of the viewer’s that has ended, once.',
  })
  answerMentorshipSurvey(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerMentorshipSurveyInput, { description: 'The mentorship and the answers.' })
    input: AnswerMentorshipSurveyInput,
  ): Promise<MentorshipSurveyEntity | Problem> {
    return asResult(() => answerSurvey(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipPairResult, {
    description:
      'Says whether the viewer would do a mentorship that has ended again with the other one, who is not told. A round prefers two who both would.',
  })
  wishMentorshipAgain(
    @Ctx() context: RequestContext,
    @Arg('mentorshipId', () => ID, { description: 'The mentorship’s id.' }) id: string,
    @Arg('wanted', () => Boolean, { description: 'Whether the viewer would.' }) wanted: boolean,
  ): Promise<SeenPair | Problem> {
    return asResult(() => wishRepeat(context, { id, wanted }));
  }
}

@Resolver(() => MentorshipFeedback)
export class MentorshipFeedbackResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer gave it; the other one of the two did otherwise.' })
  isOwn(@Root() feedback: MentorshipFeedbackEntity, @Ctx() context: RequestContext): boolean {
    return isViewers(feedback, context);
  }
}
