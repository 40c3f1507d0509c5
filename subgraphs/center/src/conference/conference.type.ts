import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A conference at which volunteers’ organisations of several countries met.' })
export class Conference {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The conference’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was held; null if that is not known.' })
  readonly heldOn!: string | null;

  @Field(() => DateScalar, { description: 'The day on which it was reported, never before the day of the conference.' })
  readonly reportedOn!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'Where, in the caller’s language; null for an online conference.',
  })
  readonly place!: LocalizedText | null;

  @Field(() => [String], {
    description: 'The platforms on which it was held or broadcast online, by their names; empty if it was not.',
  })
  readonly platforms!: readonly string[];

  @LocalizedField({
    nullable: true,
    description: 'The larger event within which it was held, in the caller’s language; null if there was none.',
  })
  readonly occasion!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'What it was dedicated to, in the caller’s language; null if to nothing in particular.',
  })
  readonly theme!: LocalizedText | null;

  @SourceField()
  readonly source!: Source | null;
}

export const ConferenceConnection = connectionType('Conference', () => Conference);
