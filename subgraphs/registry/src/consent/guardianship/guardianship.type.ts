import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An adult decides on a minor’s consents, until the minor is of age.' })
export class Guardianship {
  @Field(() => ID, { description: 'The guardianship’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the office recorded it.' })
  readonly recordedAt!: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the ward is of age, when it ends by itself; null if the birth date is not known.',
  })
  readonly endsOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the office ended it; null if it did not.' })
  readonly endedAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether the guardian decides now: nobody ended it, and the ward is not of age.',
  })
  readonly inForce!: boolean;
}

export const GuardianshipConnection = connectionType('Guardianship', () => Guardianship);

export const GuardianshipResult = resultType(
  'GuardianshipResult',
  Guardianship,
  'The guardianship, or why nothing changed.',
);
