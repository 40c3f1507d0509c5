import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { connectionType } from '@birlik/kernel/connection';
import type { TableOutcome } from '@birlik/trust/erasure-order';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { memberErasureStates, type MemberErasureState } from './erasure-state.rule.js';

registerEnumType(memberErasureStates, {
  name: 'MemberErasureState',
  description: 'How far a member has come with an erasure.',
  valuesConfig: {
    PENDING: { description: 'The member has not been asked yet.' },
    UNREACHABLE: { description: 'The member was asked and has not answered; it is asked again until it does.' },
    ERASED: { description: 'Nothing about the person is left there.' },
    KEPT: { description: 'Everything is gone but rows that are kept for a legal reason.' },
  },
});

@ObjectType({ description: 'What an erasure has done to one table of a member.' })
export class ErasedTable {
  @Field(() => String, { description: 'The table’s name, and a column’s where it names people in several.' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many rows were deleted.' })
  readonly erased!: number;

  @Field(() => Int, { description: 'How many rows stayed without anything personal in them.' })
  readonly overwritten!: number;

  @Field(() => Int, { description: 'How many rows were kept.' })
  readonly kept!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the last kept row may be erased; null if none was kept, or with no end.',
  })
  readonly keptUntil!: string | null;

  @LocalizedField({
    nullable: true,
    description: 'Why rows were kept, in the caller’s language; null if none was.',
  })
  readonly reason!: LocalizedText | null;
}

@ObjectType({ description: 'What became of a request for erasure at one member.' })
export class MemberErasure {
  @Field(() => String, { description: 'The member, such as `university`.' })
  readonly member!: string;

  @Field(() => memberErasureStates, { description: 'How far it has come.' })
  readonly state!: MemberErasureState;

  @Field(() => Int, { description: 'How often it was asked.' })
  readonly attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it was asked last; null if it was not.' })
  readonly lastAttemptAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its signed answer came; null before that.' })
  readonly acknowledgedAt!: Date | null;

  @Field(() => [ErasedTable], { description: 'What it did, table by table, at most 200; empty before its answer.' })
  readonly tables!: readonly TableOutcome[];
}

@ObjectType({ description: 'A person’s request that all members erase what they hold about them.' })
export class ErasureRequest {
  @Field(() => ID, { description: 'The request’s id.' })
  readonly id!: string;

  @Field(() => Date, { description: 'When it was made.' })
  readonly requestedAt!: Date;

  @Field(() => Date, { description: 'When the erasure begins; until then the person can take it back.' })
  readonly takesEffectAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the person took it back; null if it stands.' })
  readonly withdrawnAt!: Date | null;

  @Field(() => Date, { description: 'By when all members have to answer.' })
  readonly deadline!: Date;

  @Field(() => Date, { nullable: true, description: 'When the last member had answered; null before that.' })
  readonly completedAt!: Date | null;
}

export const ErasureRequestConnection = connectionType('ErasureRequest', () => ErasureRequest);

export const RequestErasureResult = resultType(
  'RequestErasureResult',
  ErasureRequest,
  'The request, or why it was not made: it was made before.',
);

export const WithdrawErasureResult = resultType(
  'WithdrawErasureResult',
  ErasureRequest,
  'The request that was taken back, or why it was not: there is none, or the erasure has begun.',
);

@ObjectType({ description: 'A member to which the office’s system dispatches orders of erasure.' })
export class ErasureDelivery {
  @Field(() => String, { description: 'The member, such as `university`.' })
  readonly member!: string;

  @Field(() => Int, { description: 'Its answers are here up to this number; ask it for its orders above that.' })
  readonly after!: number;
}
