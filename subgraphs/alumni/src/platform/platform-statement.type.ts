import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A goal, a duty or an activity of a platform.' })
export class PlatformStatement {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The statement’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it is, in the caller’s language.' })
  readonly text!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}
