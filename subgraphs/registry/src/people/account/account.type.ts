import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The viewer’s account: from the next request on, `me` is the person.' })
export class Account {
  @Field(() => DateTimeScalar, { description: 'When the person came in.' })
  readonly registeredAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether the person is a minor, for whom a guardian decides what needs somebody of age.',
  })
  readonly isMinor!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the account waits for a guardian’s yes (`confirmAccount`): until then the person sees and corrects what is their own, and nothing else is confirmed for them.',
  })
  readonly awaitsGuardian!: boolean;
}

export const SignUpResult = resultType(
  'SignUpResult',
  Account,
  'The account that the viewer has now, or why there is none.',
);
