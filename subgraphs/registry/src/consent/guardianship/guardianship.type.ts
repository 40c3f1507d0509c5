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
}

export const GuardianshipResult = resultType(
  'GuardianshipResult',
  Guardianship,
  'The guardianship, or why nothing changed.',
);
