import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A diplomatic mission that helps students abroad.' })
export class Mission {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The mission’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}

export const MissionConnection = connectionType('Mission', () => Mission);
