import { ListedVolunteer } from '@birlik/trust/listed';
import { OrganizationField } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';

@ObjectType({ description: 'A group of students that a university nominates to another organisation’s volunteers.' })
export class Contingent {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The contingent’s id.' })
  readonly id!: string;

  @Field(() => Int, { nullable: true, description: 'How many students it takes at most; null if it has no limit.' })
  readonly capacity!: number | null;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The university; null while the registry is down.',
    type: () => Organization,
  })
  readonly organization!: Organization;

  @OrganizationField({
    description: 'The organisation whose volunteers the students are to join; null while the registry is down.',
    column: 'targetOrganizationId',
    type: () => Organization,
  })
  readonly target!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({ description: 'One student’s place in a contingent.' })
export class Nomination {
  @Field(() => ID, { description: 'The nomination’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the student was nominated.' })
  readonly nominatedAt!: Date;
}

export const ContingentConnection = connectionType('Contingent', () => Contingent);
export const NominatedVolunteerConnection = connectionType('NominatedVolunteer', () => ListedVolunteer);
export const NominateVolunteerResult = resultType(
  'NominateVolunteerResult',
  Nomination,
  'The nomination, or why it was not made.',
);
