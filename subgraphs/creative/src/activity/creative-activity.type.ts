import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something that a campaign’s volunteers did for culture and the creative industries.' })
export class CreativeActivity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The activity’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was or will be held; null if that is not known.',
  })
  readonly heldOn!: string | null;

  @Field(() => [String], {
    description:
      'The goals of the UNESCO 2005 Convention that it serves, as the numbers of the Convention’s monitoring framework; empty if none is stated.',
  })
  readonly unescoGoals!: string[];
}

export const CreativeActivityConnection = connectionType('CreativeActivity', () => CreativeActivity);
