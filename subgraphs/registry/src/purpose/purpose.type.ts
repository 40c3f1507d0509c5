import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A purpose for which an organisation may read shared data: one of a closed list.' })
export class Purpose {
  @Field(() => String, { description: 'The code that an operation states, such as `recruitment`.' })
  readonly code!: string;
}
