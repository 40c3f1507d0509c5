import { connectionType } from '@birlik/kernel/connection';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A faculty of a university.' })
export class Faculty {
  @Field(() => ID, { description: 'The faculty’s id.' })
  readonly id!: string;
}

export const FacultyConnection = connectionType('Faculty', () => Faculty);
