import { connectionType } from '@birlik/kernel/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A creative field in which people apply, such as music or design.' })
export class CreativeDiscipline {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The discipline’s id.' })
  readonly id!: string;
}

export const CreativeDisciplineConnection = connectionType('CreativeDiscipline', () => CreativeDiscipline);
