import { Field, ObjectType } from 'type-graphql';
import { CreativeApplication } from './creative-application.type.js';

@ObjectType({ description: 'What the creative federations hold about one person.' })
export class CreativeRecord {
  @Field(() => [CreativeApplication], {
    description: 'The person’s applications to campaigns, newest first, at most 20.',
  })
  readonly applications!: CreativeApplication[];
}
