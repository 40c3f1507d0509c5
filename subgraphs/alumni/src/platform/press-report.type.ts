import { DateScalar } from '@birlik/kernel/scalars';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What the press has reported on a platform.' })
export class PressReport {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The report’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The title in the caller’s language.' })
  readonly title!: LocalizedText;

  @Field(() => String, { description: 'The site or the paper that published it, by its name.' })
  readonly publisher!: string;

  @Field(() => DateScalar, { description: 'The day on which it was published.' })
  readonly publishedOn!: string;

  @SourceField()
  readonly source!: Source | null;
}
