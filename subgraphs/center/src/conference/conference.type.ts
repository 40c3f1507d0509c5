import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A conference at which volunteers’ organisations of several countries met.' })
export class Conference {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The conference’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was held; null if that is not known.' })
  readonly heldOn!: string | null;

  @Field(() => DateScalar, { description: 'The day on which it was reported, never before the day of the conference.' })
  readonly reportedOn!: string;
}

export const ConferenceConnection = connectionType('Conference', () => Conference);
