import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One organisation that chairs the center in a term, alone or with others.' })
export class ChairTermHolder {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of this part in the term.' })
  readonly id!: string;
}
