import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Volunteer } from '../volunteer/volunteer.type.js';

@ObjectType({ description: 'A group of students that a university nominates to another organisation’s volunteers.' })
export class Contingent {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The contingent’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How many students it takes at most.' })
  readonly capacity!: number;
}

@ObjectType({ description: 'One student’s place in a contingent.' })
export class Nomination {
  @Field(() => ID, { description: 'The nomination’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the student was nominated.' })
  readonly nominatedAt!: Date;
}

export const ContingentConnection = connectionType('Contingent', () => Contingent);
export const NominatedVolunteerConnection = connectionType('NominatedVolunteer', () => Volunteer);
export const NominateVolunteerResult = resultType(
  'NominateVolunteerResult',
  Nomination,
  'The nomination, or why it was not made.',
);
