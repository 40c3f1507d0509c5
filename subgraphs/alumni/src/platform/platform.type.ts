import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { DateScalar } from '@birlik/kernel/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('AlumniPlatform', {
  description: 'A platform of students and alumni, with what it says of itself; its bodies are `governanceBodies`.',
})
export class Platform {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The platform’s id.' })
  readonly id!: string;

  @LocalizedField({
    nullable: true,
    description: 'What kind of organisation it is by law, in the caller’s language; null if that was not published.',
  })
  readonly legalForm!: LocalizedText | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was founded; null if not known.' })
  readonly foundedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the conference at which its founders met; null if there was none or it is not known.',
  })
  readonly foundingConferenceOn!: string | null;

  @LocalizedField({
    nullable: true,
    description: 'What it wants to bring about, in the caller’s language; null if that was not published.',
  })
  readonly aim!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'What it is for those whom it serves, in the caller’s language; null if that was not published.',
  })
  readonly role!: LocalizedText | null;

  @OrganizationField({ description: 'The platform as an organisation; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const PlatformConnection = connectionType('AlumniPlatform', () => Platform);
