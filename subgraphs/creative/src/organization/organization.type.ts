import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A member organisation of the federation, or one that its members work with.' })
export class Organization {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation’s id in the federation.' })
  readonly id!: string;
}
