import { connectionType } from '@birlik/kernel/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A diplomatic mission that helps students abroad.' })
export class Mission {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The mission’s id.' })
  readonly id!: string;
}

export const MissionConnection = connectionType('Mission', () => Mission);
