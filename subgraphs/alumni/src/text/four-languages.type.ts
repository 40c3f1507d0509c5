import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A text in the languages in which it was written, as whoever corrects it needs it.' })
export class FourLanguages {
  @Field(() => String, { description: 'In Azerbaijani.' })
  readonly az!: string;

  @Field(() => String, { nullable: true, description: 'In English; null if nobody wrote it.' })
  readonly en!: string | null;

  @Field(() => String, { nullable: true, description: 'In Russian; null if nobody wrote it.' })
  readonly ru!: string | null;

  @Field(() => String, { nullable: true, description: 'In Turkish; null if nobody wrote it.' })
  readonly tr!: string | null;
}
