import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A code that was sent, if the address is the confirmed one of somebody’s account.' })
export class RecoveryCode {
  @Field(() => DateTimeScalar, { description: 'Until when the code counts.' })
  readonly endsAt!: Date;
}

export const RecoverAccountResult = resultType(
  'RecoverAccountResult',
  RecoveryCode,
  'Until when a code counts, or why none is sent.',
);

@ObjectType({ description: 'A recovery that waits, so that whoever has the account can refuse it.' })
export class ConfirmedRecovery {
  @Field(() => DateTimeScalar, { description: 'From when on the account is the viewer’s.' })
  readonly takesEffectAt!: Date;
}

export const ConfirmRecoveryResult = resultType(
  'ConfirmRecoveryResult',
  ConfirmedRecovery,
  'From when on the account is the viewer’s, or why it is not.',
);

@ObjectType({
  description: 'A try of somebody who signed in, and is nobody, to come back to the account that a person had.',
})
export class AccountRecovery {
  @Field(() => ID, { description: 'The recovery’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the code was right; null if it was not.' })
  readonly confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on the account is theirs unless it is refused; null while no code was right.',
  })
  readonly takesEffectAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was refused; null if it was not.' })
  readonly refusedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the account became theirs; null if it did not.' })
  readonly movedAt!: Date | null;

  @Field(() => String, {
    description: 'The identity provider by which they signed in, as the `iss` of its tokens has it.',
  })
  readonly issuer!: string;

  @Field(() => String, { description: 'Their subject there.' })
  readonly subject!: string;
}

export const AccountRecoveryConnection = connectionType('AccountRecovery', () => AccountRecovery);

export const RefuseRecoveryResult = resultType(
  'RefuseRecoveryResult',
  AccountRecovery,
  'The recovery, or why nothing changed.',
);
