import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  governanceMajorities,
  governanceMotionStatuses,
  governanceOutcomes,
  type GovernanceMajority,
  type GovernanceMotionStatus,
  type GovernanceOutcome,
} from './governance-motion.entity.js';
import { governanceChoices, type GovernanceChoice } from './governance-vote.entity.js';

registerEnumType(governanceMajorities, {
  name: 'GovernanceMajority',
  description: 'What carries a motion.',
  valuesConfig: {
    SIMPLE: { description: 'More votes for it than against it.' },
    TWO_THIRDS: { description: 'Two thirds of those that are for or against it.' },
  },
});

registerEnumType(governanceMotionStatuses, {
  name: 'GovernanceMotionStatus',
  description: 'Where a motion stands.',
  valuesConfig: {
    DRAFT: { description: 'It stands on the agenda.' },
    OPEN: { description: 'It is voted on now.' },
    CLOSED: { description: 'The vote has ended; `outcome` says how.' },
  },
});

registerEnumType(governanceOutcomes, {
  name: 'GovernanceOutcome',
  description: 'How a vote ended.',
  valuesConfig: {
    CARRIED: { description: 'It was carried.' },
    LOST: { description: 'It was not.' },
    NO_QUORUM: { description: 'Too few were there for a decision.' },
  },
});

registerEnumType(governanceChoices, {
  name: 'GovernanceChoice',
  description: 'A vote.',
  valuesConfig: {
    FOR: { description: 'For the motion.' },
    AGAINST: { description: 'Against it.' },
    ABSTAIN: { description: 'Neither.' },
  },
});

@ObjectType({ description: 'An open vote.' })
export class GovernanceVote {
  @Field(() => ID, { description: 'The id of the mandate whose vote it is.' })
  readonly mandateId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the mandate that cast it: another one’s for a proxy; null when that person has left.',
  })
  readonly castBy!: string | null;

  @Field(() => governanceChoices, { description: 'What was voted.' })
  readonly choice!: GovernanceChoice;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly castAt!: Date;
}

@ObjectType({ description: 'Something that a meeting decides.' })
export class GovernanceMotion {
  @Field(() => ID, { description: 'The motion’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'What is to be decided.' })
  readonly text!: string;

  @Field(() => governanceMajorities, { description: 'What carries it.' })
  readonly majority!: GovernanceMajority;

  @Field(() => governanceMotionStatuses, { description: 'Where it stands.' })
  readonly status!: GovernanceMotionStatus;

  @Field(() => Boolean, { description: 'Whether it was voted on paper: then nobody’s vote is known.' })
  readonly isPaper!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many mandates, not of people, were there or had passed their voice on; null before the vote ended.',
  })
  readonly present!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many live mandates the body had then; null before.' })
  readonly mandates!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many votes were for it; null before the vote ended.' })
  readonly votesFor!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many votes were against it; null before the vote ended.' })
  readonly votesAgainst!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many votes were neither; null before the vote ended.' })
  readonly abstentions!: number | null;

  @Field(() => governanceOutcomes, { nullable: true, description: 'How the vote ended; null before.' })
  readonly outcome!: GovernanceOutcome | null;
}

export const ChangeGovernanceMotionResult = resultType(
  'ChangeGovernanceMotionResult',
  GovernanceMotion,
  'The motion as it stands now, or why it did not change.',
);
