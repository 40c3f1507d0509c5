import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { goalsReached, type GoalsReached } from './mentorship-survey.entity.js';

const ofMentorship = 'The id of a mentorship in which the viewer is mentor or mentee.';

@InputType({ description: 'A meeting that one of the two proposes to the other one.' })
export class ProposeMentorshipMeetingInput {
  @IsUUID()
  @Field(() => ID, { description: ofMentorship })
  readonly mentorshipId!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins, later than now and within a year.' })
  readonly startsAt!: Date;

  @IsInt()
  @Min(10)
  @Max(480)
  @Field(() => Int, { defaultValue: 60, description: 'How long it takes, 10 to 480 minutes.' })
  readonly minutes!: number;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Field(() => String, {
    nullable: true,
    description: 'Where, such as an address or a link, 300 characters at most; not said if unset.',
  })
  readonly place?: string | null;
}

@InputType({ description: 'Something that one of the two tells the other one.' })
export class WriteMentorshipNoteInput {
  @IsUUID()
  @Field(() => ID, { description: ofMentorship })
  readonly mentorshipId!: string;

  @IsString()
  @MaxLength(4000)
  @Field(() => String, { description: 'The note, 1 to 4000 characters.' })
  readonly text!: string;
}

@InputType({ description: 'What the two want to reach.' })
export class AddMentorshipGoalInput {
  @IsUUID()
  @Field(() => ID, { description: ofMentorship })
  readonly mentorshipId!: string;

  @IsString()
  @MaxLength(300)
  @Field(() => String, { description: 'The goal in the person’s own words, 1 to 300 characters.' })
  readonly text!: string;
}

@InputType({ description: 'What one of the two says to the other one of a mentorship that has ended.' })
export class GiveMentorshipFeedbackInput {
  @IsUUID()
  @Field(() => ID, { description: ofMentorship })
  readonly mentorshipId!: string;

  @IsInt()
  @Min(1)
  @Max(5)
  @Field(() => Int, { description: 'How good it was, from 1, not at all, to 5, very.' })
  readonly rating!: number;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @Field(() => String, { nullable: true, description: 'In words, 2000 characters at most; none if unset.' })
  readonly text?: string | null;
}

@InputType({ description: 'The closing survey of a mentorship that has ended.' })
export class AnswerMentorshipSurveyInput {
  @IsUUID()
  @Field(() => ID, { description: ofMentorship })
  readonly mentorshipId!: string;

  @Field(() => goalsReached, { description: 'Whether what the two wanted was reached.' })
  readonly goalsReached!: GoalsReached;

  @Field(() => Boolean, { description: 'Whether the person would advise a friend to take part.' })
  readonly wouldRecommend!: boolean;
}
