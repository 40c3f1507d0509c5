import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One person’s volunteer book, as far as the viewer may read it.' })
export class ServiceRecord {
  @Field(() => Int, { description: 'The whole time served, in minutes; 0 without entries.' })
  readonly minutes!: number;
}
