import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import type { GuardianAnswer } from '@birlik/trust/guardian-answer';
import { guardianAnswers } from '@birlik/trust/guardian-answer-type';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a guardian says to the account that a minor made.' })
export class AccountConfirmation {
  @Field(() => guardianAnswers, {
    description: '`AWAITED`, `GIVEN`, or `REFUSED`, by which the account is over.',
  })
  readonly answer!: GuardianAnswer;

  @Field(() => DateTimeScalar, { description: 'When the minor signed up.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a guardian answered; null until then.' })
  readonly answeredAt!: Date | null;
}

export const ConfirmAccountResult = resultType(
  'ConfirmAccountResult',
  AccountConfirmation,
  'The answer, or why it was not taken.',
);
