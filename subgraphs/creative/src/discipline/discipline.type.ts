import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A creative field in which people apply, such as music or design.' })
export class CreativeDiscipline {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The discipline’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The organisation whose campaigns take it; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const CreativeDisciplineConnection = connectionType('CreativeDiscipline', () => CreativeDiscipline);
