import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A law on volunteering, on which agreements with volunteers rest.' })
export class VolunteeringLaw {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The law’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What the law is called, in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'What it regulates, in the caller’s language; null if that is not told here.',
  })
  readonly summary!: LocalizedText | null;

  @OrganizationField({ description: 'The union that names it; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const VolunteeringLawConnection = connectionType('VolunteeringLaw', () => VolunteeringLaw);
