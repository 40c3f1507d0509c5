import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A report that was presented at a conference on the center’s work in one country.' })
export class ConferenceReport {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The report’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it reports on, in the caller’s language.' })
  readonly title!: LocalizedText;

  @Field(() => Int, { description: 'The calendar year on which it reports.' })
  readonly year!: number;

  @SourceField()
  readonly source!: Source | null;
}
