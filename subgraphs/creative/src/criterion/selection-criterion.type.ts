import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One thing by which a campaign’s commission scores applications from 0 to 100.' })
export class SelectionCriterion {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The criterion’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How much it counts, relative to the weights of the campaign’s other criteria.' })
  readonly weight!: number;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}

export const SelectionCriterionConnection = connectionType('SelectionCriterion', () => SelectionCriterion);
