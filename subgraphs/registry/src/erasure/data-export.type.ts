import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Its id stays inside the federation, and asking for a section is logged, so nothing of it may be shared. */
@Directive('@tag(name: "unshared")')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Everything that the members of the federation hold about a person.' })
export class DataExport {
  @Directive('@inaccessible')
  @Field(() => ID, { description: 'The person’s id in the federation.' })
  readonly id!: string;
}
