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

@InputType({ description: 'A mentor’s answer to a request.' })
export class AnswerMentorshipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the mentorship that is asked for.' })
  readonly mentorshipId!: string;

  @Field(() => Boolean, { description: 'Whether the mentor accepts.' })
  readonly accept!: boolean;

  @Field(() => declineReasons, {
    nullable: true,
    description: 'Why not, which a mentor who declines has to say; the mentee reads it. Unset by who accepts.',
  })
  readonly reason?: DeclineReason | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the offer is paused with it, so that nobody else asks.',
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
