import { SourceField, type Source } from '@birlik/trust/source';
import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { organizationKinds, organizationStandings, type OrganizationKind } from './organization.entity.js';

registerEnumType(organizationKinds, {
  name: 'OrganizationKind',
  description: 'What kind of organisation it is.',
  valuesConfig: {
    REGISTRY: { description: 'The federation’s neutral office.' },
    UNIVERSITY: { description: 'A university.' },
    AGENCY: { description: 'A state agency.' },
    UNION: { description: 'A union of volunteer organisations, or a national network of them.' },
    MEMBER_ORGANIZATION: { description: 'A volunteer organisation that belongs to a union.' },
    PLATFORM: { description: 'A platform of students and alumni.' },
    ASSOCIATION: { description: 'An association of students or alumni of one country.' },
    FEDERATION: { description: 'A federation of an industry.' },
    MINISTRY: { description: 'A ministry.' },
    CENTER: { description: 'An international center.' },
    FOUNDATION: { description: 'A foundation.' },
    PUBLIC_UNION: { description: 'A public union that is none of the others.' },
  },
});

registerEnumType(organizationStandings, {
  name: 'OrganizationStanding',
  description: 'How an organisation stands with the federation.',
  valuesConfig: {
    ACCREDITED: { description: 'The office accredited it: it may act.' },
    SUSPENDED: { description: 'The office suspended it: it acts no longer, until it is reinstated.' },
    UNACCREDITED: { description: 'It is in the register, and was never accredited.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A member organisation of the federation, or one that its members work with.' })
export class Organization {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation’s id in the federation.' })
  readonly id!: string;

  @Field(() => organizationKinds, { nullable: true, description: 'What kind it is; null while the registry is down.' })
  readonly kind!: OrganizationKind | null;

  @LocalizedField({
    nullable: true,
    description: 'The name in the caller’s language; null while the registry is down.',
  })
  readonly name!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'The town of the seat in the caller’s language; null if it is not known.',
  })
  readonly city!: LocalizedText | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The time zone whose days count for it, by its name in the tz database, such as `Asia/Baku`; null while the registry is down.',
  })
  readonly timeZone!: string | null;

  @SourceField()
  readonly source!: Source | null;
}

export const OrganizationConnection = connectionType('Organization', () => Organization);

export const OrganizationResult = resultType(
  'OrganizationResult',
  Organization,
  'The changed organisation, or why nothing changed.',
);
