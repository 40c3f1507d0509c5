import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something that was said at a conference.' })
export class ConferenceStatement {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The statement’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What was said, in the caller’s language.' })
  readonly text!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}
