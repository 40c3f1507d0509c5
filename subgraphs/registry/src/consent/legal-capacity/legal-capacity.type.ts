import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'For whom a viewer decides in law, now.' })
export class LegalCapacity {
  @Field(() => [ID], {
    description:
      'Whom the viewer decides for, of themself and the people who were asked about: a person of age for themself, a guardian for a minor. Nobody else, and for no reason that is told.',
  })
  readonly decidesFor!: string[];
}
