import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something that a campaign’s volunteers did for culture and the creative industries.' })
export class CreativeActivity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The activity’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was or will be held; null if that is not known.',
  })
  readonly heldOn!: string | null;

  @Field(() => [String], {
    description:
      'The goals of the UNESCO 2005 Convention that it serves, as the numbers of the Convention’s monitoring framework; empty if none is stated.',
  })
  readonly unescoGoals!: string[];

  @LocalizedField({ description: 'What the activity is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that held it; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const CreativeActivityConnection = connectionType('CreativeActivity', () => CreativeActivity);
