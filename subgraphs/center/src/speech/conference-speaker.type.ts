import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Somebody who speaks at a conference in public, for an organisation.' })
export class ConferenceSpeaker {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of this part in the conference.' })
  readonly id!: string;

  @Field(() => String, { description: 'The speaker’s name as it was announced or reported.' })
  readonly name!: string;

  @LocalizedField({ description: 'The office that the speaker held then, in the caller’s language.' })
  readonly office!: LocalizedText;

  @OrganizationField({
    description: 'The organisation for which the speaker spoke; null while the registry is down.',
    column: 'speaksForOrganizationId',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}
