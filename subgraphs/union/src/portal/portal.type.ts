import { connectionType } from '@birlik/kernel/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('OpportunityPortal', { description: 'A web portal or an app in which opportunities are published.' })
export class Portal {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The portal’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name by which it is known, the same in all languages.' })
  readonly name!: string;
}

export const PortalConnection = connectionType('OpportunityPortal', () => Portal);
