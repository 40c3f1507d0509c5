import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A purpose for which an organisation may read shared data: one of a closed list.' })
export class Purpose {
  @Field(() => String, { description: 'The code that an operation states, such as `recruitment`.' })
  readonly code!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many days a read for this purpose is not shown to the person, as when it protects someone; null when it is shown at once.',
  })
  readonly disclosureDelayDays!: number | null;
}
