import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something that volunteers can join.' })
export class Opportunity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The opportunity’s id in the federation.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  readonly startsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, on which it still takes applications; null if it has no end.',
  })
  readonly endsOn!: string | null;

  @Field(() => Int, { description: 'How many volunteers it accepts at most.' })
  readonly capacity!: number;

  @Field(() => Boolean, { description: 'Whether all can see it; a draft is seen by its own organisation alone.' })
  readonly published!: boolean;

  @LocalizedField({ description: 'The title in the caller’s language.' })
  readonly title!: LocalizedText;

  @LocalizedField({ description: 'What volunteers do, in the caller’s language.' })
  readonly summary!: LocalizedText;

  @LocalizedField({ description: 'The city or the district, in the caller’s language.' })
  readonly city!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that offers it; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const OpportunityConnection = connectionType('Opportunity', () => Opportunity);
