import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The commission that sets a campaign’s criteria and elects its cohort.' })
export class SelectionCommission {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The commission’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it is called, in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'What it is to do, in the caller’s language; null if unsaid.' })
  readonly task!: LocalizedText | null;

  @SourceField()
  readonly source!: Source | null;
}
