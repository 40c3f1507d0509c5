import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A group of people who begin the volunteer programme together.' })
export class Intake {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The intake’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day of Master 1.' })
  readonly startsOn!: string;

  @Field(() => Int, { description: 'How many weeks Master 1 takes.' })
  readonly weeks!: number;
}

export const IntakeConnection = connectionType('Intake', () => Intake);
