import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'The question whether a record is the person’s that an organisation submitted with the address which the person had confirmed.',
})
export class RecordOffer {
  @Field(() => ID, { description: 'The question’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the person was asked.' })
  readonly offeredAt!: Date;

  @Field(() => Boolean, { nullable: true, description: 'What the person said; null while they have said nothing.' })
  readonly isMine!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they said it; null while they have not.' })
  readonly answeredAt!: Date | null;
}

export const RecordOfferResult = resultType(
  'RecordOfferResult',
  RecordOffer,
  'The question with its answer, or why nothing was answered.',
);
