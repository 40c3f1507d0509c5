import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'From when to when a person is in a body.' })
export class GovernanceMandate {
  @Field(() => ID, { description: 'The mandate’s id.' })
  readonly id!: string;

  @Field(() => Boolean, { description: 'Whether they chair the body.' })
  readonly chairs!: boolean;

  @Field(() => DateTimeScalar, { description: 'From which instant.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The first instant without a right.' })
  readonly endsAt!: Date;
}

export const GovernanceMandateConnection = connectionType('GovernanceMandate', () => GovernanceMandate);

export const ChangeGovernanceMandateResult = resultType(
  'ChangeGovernanceMandateResult',
  GovernanceMandate,
  'The mandate as it stands now, or why it did not change.',
);
