import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { ReportedFigure, type StoredFigure } from '@birlik/trust/reported-figure';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('VolunteerSchool', { description: 'A school in which an agency teaches its volunteers.' })
export class School {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The school’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'What it was established for, in the caller’s language; null if that was not published.',
  })
  readonly purpose!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'What it wants to reach, in the caller’s language; null if that was not published.',
  })
  readonly goal!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'How and by whom it teaches, in the caller’s language; null if that was not published.',
  })
  readonly method!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'Who is invited, in the caller’s language; null if that was not published.',
  })
  readonly openTo!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'What its volunteering has given to others, in the caller’s language; null if nothing was published.',
  })
  readonly contribution!: LocalizedText | null;

  @Field(() => [ReportedFigure], { description: 'Figures that it has reported, at most 50; empty if none.' })
  readonly reportedFigures!: readonly StoredFigure[];

  @OrganizationField({ description: 'The agency whose school it is; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const SchoolConnection = connectionType('VolunteerSchool', () => School);
