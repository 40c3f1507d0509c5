import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One organisation that chairs the center in a term, alone or with others.' })
export class ChairTermHolder {
  @Field(() => ID, { description: 'The id of this part in the term.' })
  readonly id!: string;
}
