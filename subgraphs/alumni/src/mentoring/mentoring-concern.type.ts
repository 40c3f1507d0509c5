import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What worries somebody about a mentorship.' })
export class MentoringConcern {
  @Field(() => ID, { description: 'The concern’s id.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The id of the mentorship that it is about.' })
  readonly mentorshipId!: string;

  @Field(() => Boolean, { description: 'Whether the mentor raised it; the mentee did otherwise.' })
  readonly byMentor!: boolean;

  @Field(() => String, { description: 'What happened, in the person’s own words.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  readonly raisedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was done about it; null while it is open.' })
  readonly outcome!: string | null;
}

export const MentoringConcernConnection = connectionType('MentoringConcern', () => MentoringConcern);

export const MentoringConcernResult = resultType(
  'MentoringConcernResult',
  MentoringConcern,
  'The concern as it stands now, or why nothing was done.',
);
