import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { master2Areas, type Master2Area } from '../programme/programme-participation.entity.js';

@ObjectType({ description: 'An area that volunteers may choose in a stage of the programme.' })
export class StageArea {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The area’s id.' })
  readonly id!: string;

  @Field(() => master2Areas, { description: 'Which area it is.' })
  readonly area!: Master2Area;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}
