import { connectionType } from '@birlik/kernel/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A faculty of a university.' })
export class Faculty {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The faculty’s id.' })
  readonly id!: string;
}

export const FacultyConnection = connectionType('Faculty', () => Faculty);
