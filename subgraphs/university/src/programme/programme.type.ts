import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A programme of study that a faculty offers.' })
export class Programme {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The programme’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The broad field of education as its ISCED-F 2013 code, two digits.' })
  readonly fieldCode!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}

export const ProgrammeConnection = connectionType('Programme', () => Programme);
