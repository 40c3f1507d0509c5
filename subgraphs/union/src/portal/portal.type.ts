import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('OpportunityPortal', { description: 'A web portal or an app in which opportunities are published.' })
export class Portal {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The portal’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name by which it is known, the same in all languages.' })
  readonly name!: string;

  @LocalizedField({ description: 'What the portal is for, in the caller’s language.' })
  readonly summary!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that runs the portal; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const PortalConnection = connectionType('OpportunityPortal', () => Portal);
