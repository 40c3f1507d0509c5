import { IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { governanceMajorities, type GovernanceMajority } from './governance-motion.entity.js';
import { governanceChoices, type GovernanceChoice } from './governance-vote.entity.js';

@InputType({ description: 'A motion that is put before a meeting.' })
export class PutGovernanceMotionInput {
  @IsUUID()
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly meetingId!: string;

  @Length(1, 4000)
  @Field(() => String, { description: 'What is to be decided, 1 to 4,000 characters.' })
  readonly text!: string;

  @Field(() => governanceMajorities, { description: 'What carries it.' })
  readonly majority!: GovernanceMajority;
}

@InputType({ description: 'What a ballot on paper gave.' })
export class PaperBallotInput {
  @IsUUID()
  @Field(() => ID, { description: 'The motion’s id.' })
  readonly motionId!: string;

  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, { description: 'How many ballots, not of people, are for it.' })
  readonly votesFor!: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, { description: 'How many ballots, not of people, are against it.' })
  readonly votesAgainst!: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  @Field(() => Int, { description: 'How many ballots, not of people, are neither.' })
  readonly abstentions!: number;
}

@InputType({ description: 'A vote.' })
export class CastGovernanceVoteInput {
  @IsUUID()
  @Field(() => ID, { description: 'The motion’s id.' })
  readonly motionId!: string;

  @Field(() => governanceChoices, { description: 'What is voted.' })
  readonly choice!: GovernanceChoice;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'The mandate of somebody who gave the viewer a proxy; the viewer’s own if unset.',
  })
  readonly forMandateId?: string | null;
}
