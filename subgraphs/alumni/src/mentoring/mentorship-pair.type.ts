import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { goalStatuses, type GoalStatus } from './mentorship-goal.entity.js';
import { meetingStatuses, type MeetingStatus } from './mentorship-meeting.entity.js';
import { goalsReached, type GoalsReached } from './mentorship-survey.entity.js';
import { Mentorship } from './mentorship.type.js';
import type { SeenMentorship } from './mentorship.entity.js';

registerEnumType(meetingStatuses, {
  name: 'MentorshipMeetingStatus',
  description: 'Where a meeting of mentor and mentee stands.',
  valuesConfig: {
    PROPOSED: { description: 'One of the two proposes it; the other one has not answered yet.' },
    CONFIRMED: { description: 'Both have agreed.' },
    DECLINED: { description: 'The other one of the two said no.' },
    CANCELLED: { description: 'One of the two called it off, or the mentorship ended before.' },
    HAPPENED: { description: 'It took place.' },
    MISSED: { description: 'It was agreed on and did not take place.' },
  },
});

registerEnumType(goalStatuses, {
  name: 'MentorshipGoalStatus',
  description: 'Where a goal of mentor and mentee stands.',
  valuesConfig: {
    OPEN: { description: 'They work towards it.' },
    DONE: { description: 'It is reached.' },
    DROPPED: { description: 'They gave it up.' },
  },
});

registerEnumType(goalsReached, {
  name: 'MentorshipGoalsReached',
  description: 'Whether what a mentor and a mentee wanted was reached.',
  valuesConfig: {
    YES: { description: 'It was.' },
    PARTLY: { description: 'A part of it was.' },
    NO: { description: 'It was not.' },
  },
});

@ObjectType({ description: 'A meeting of mentor and mentee. The two alone know of it.' })
export class MentorshipMeeting {
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  readonly minutes!: number;

  @Field(() => String, { nullable: true, description: 'Where, such as an address or a link; null if nobody said.' })
  readonly place!: string | null;

  @Field(() => meetingStatuses, { description: 'Where it stands.' })
  readonly status!: MeetingStatus;
}

@ObjectType({ description: 'What mentor and mentee want to reach. The two alone know of it.' })
export class MentorshipGoal {
  @Field(() => ID, { description: 'The goal’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The goal, in the words of who set it.' })
  readonly text!: string;

  @Field(() => goalStatuses, { description: 'Where it stands.' })
  readonly status!: GoalStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was reached or given up; null while it is open.',
  })
  readonly closedAt!: Date | null;
}

@ObjectType({ description: 'A note that mentor and mentee share. No organisation reads it.' })
export class MentorshipNote {
  @Field(() => ID, { description: 'The note’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it says.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly writtenAt!: Date;
}

@ObjectType({ description: 'What one of the two says to the other one of their mentorship.' })
export class MentorshipFeedback {
  @Field(() => ID, { description: 'The feedback’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How good it was, from 1, not at all, to 5, very.' })
  readonly rating!: number;

  @Field(() => String, { nullable: true, description: 'In words; null if there are none.' })
  readonly text!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  readonly givenAt!: Date;
}

@ObjectType({ description: 'What one of the two answered to the closing survey.' })
export class MentorshipSurvey {
  @Field(() => ID, { description: 'The answer’s id.' })
  readonly id!: string;

  @Field(() => goalsReached, { description: 'Whether what the two wanted was reached.' })
  readonly goalsReached!: GoalsReached;

  @Field(() => Boolean, { description: 'Whether the person would advise a friend to take part.' })
  readonly wouldRecommend!: boolean;
}

@ObjectType({ description: 'A mentorship with all that mentor and mentee share, for the two alone.' })
export class MentorshipPair {
  @Field(() => ID, { description: 'The mentorship’s id.' })
  readonly id!: string;

  @Field(() => Mentorship, { description: 'The mentorship itself.' })
  readonly mentorship!: SeenMentorship;

  @Field(() => Boolean, { description: 'Whether the viewer is its mentor; the mentee otherwise.' })
  readonly isMentor!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer would do it again with the other one; null as long as they have not said.',
  })
  readonly wouldRepeat!: boolean | null;
}

const changed = (what: string) => `${what} as it stands now, or why nothing changed.`;

export const MentorshipMeetingResult = resultType('MentorshipMeetingResult', MentorshipMeeting, changed('The meeting'));
export const MentorshipGoalResult = resultType('MentorshipGoalResult', MentorshipGoal, changed('The goal'));
export const MentorshipNoteResult = resultType('MentorshipNoteResult', MentorshipNote, changed('The note'));
export const MentorshipFeedbackResult = resultType(
  'MentorshipFeedbackResult',
  MentorshipFeedback,
  changed('The feedback'),
);
export const MentorshipSurveyResult = resultType('MentorshipSurveyResult', MentorshipSurvey, changed('The answer'));
export const MentorshipPairResult = resultType('MentorshipPairResult', MentorshipPair, changed('The mentorship'));
