import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';
import { declineReasons, type DeclineReason } from './mentorship.entity.js';

@InputType({ description: 'Whom to ask for mentoring: a card, or somebody whom one knows.' })
export class RequestMentorshipInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'The id of a person who mentors, for who knows them; unset when a card is asked.',
  })
  readonly mentorId?: string | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The id of the card that is asked; unset when a person is.' })
  readonly cardId?: string | null;

  @Field(() => mentoringFormats, { nullable: true, description: 'For how long; not said if unset.' })
  readonly format?: MentoringFormat | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'A word to the mentor, 1000 characters at most.' })
  readonly message?: string | null;
}

@InputType({ description: 'An answer to a request for mentoring, or to a pair that somebody else proposes.' })
export class AnswerMentorshipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the mentorship that is asked for.' })
  readonly mentorshipId!: string;

  @Field(() => Boolean, { description: 'Whether the viewer accepts.' })
  readonly accept!: boolean;

  @Field(() => declineReasons, {
    nullable: true,
    description: 'Why not, which whoever declines has to say; the other one reads it. Unset by who accepts.',
  })
  readonly reason?: DeclineReason | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the mentor’s offer is paused with it, so that nobody else asks; a mentee’s answer pauses nothing.',
  })
  readonly pause!: boolean;
}

@InputType({ description: 'What worries somebody about a mentorship.' })
export class RaiseMentoringConcernInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the mentorship, in which the viewer is mentor or mentee.' })
  readonly mentorshipId!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  @Field(() => String, { description: 'What happened, in the person’s own words, 1 to 4000 characters.' })
  readonly text!: string;
}

@InputType({ description: 'Two of an association’s people of whom one could accompany the other one.' })
export class ProposeMentorshipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of a student or alumnus of the viewer’s own association.' })
  readonly menteeId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The id of a mentor of the viewer’s own association with a free place.' })
  readonly mentorId!: string;

  @Field(() => mentoringFormats, { nullable: true, description: 'For how long; not said if unset.' })
  readonly format?: MentoringFormat | null;
}
