import { resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { affiliationRoles, type AffiliationRole } from './affiliation.entity.js';
import { membershipEventKinds, type MembershipEventKind } from './membership-event.entity.js';

registerEnumType(affiliationRoles, {
  name: 'AffiliationRole',
  description: 'As what a person belongs to an organisation.',
  valuesConfig: {
    STUDENT: { description: 'Studies there.' },
    VOLUNTEER: { description: 'Volunteers there.' },
    ALUMNUS: { description: 'Studied abroad and belongs to the association of that country.' },
    APPLICANT: { description: 'Applied there.' },
    MEMBER: { description: 'Is a member.' },
  },
});

export const affiliationStatuses = { ACTIVE: 'active', SUSPENDED: 'suspended', ENDED: 'ended' } as const;
export type AffiliationStatus = (typeof affiliationStatuses)[keyof typeof affiliationStatuses];

registerEnumType(affiliationStatuses, {
  name: 'AffiliationStatus',
  description: 'Whether a tie opens anything.',
  valuesConfig: {
    ACTIVE: { description: 'It lasts.' },
    SUSPENDED: { description: 'It opens nothing until the organisation resumes it.' },
    ENDED: { description: 'It is over.' },
  },
});

registerEnumType(membershipEventKinds, {
  name: 'MembershipEventKind',
  description: 'What happened to a membership.',
  valuesConfig: {
    BEGUN: { description: 'The person accepted the organisation’s invitation.' },
    CHANGED: { description: 'The organisation changed the role.' },
    SUSPENDED: { description: 'The organisation suspended it.' },
    RESUMED: { description: 'The organisation resumed it.' },
    ENDED: { description: 'The organisation or the person ended it.' },
  },
});

@ObjectType({ description: 'Something that happened to a membership.' })
export class MembershipEvent {
  @Field(() => membershipEventKinds, { description: 'What happened.' })
  readonly kind!: MembershipEventKind;

  @Field(() => affiliationRoles, { description: 'The role from then on.' })
  readonly role!: AffiliationRole;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly happenedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the person did it, and not the organisation.' })
  readonly byPerson!: boolean;

  @Field(() => String, { nullable: true, description: 'Why; null if nobody said.' })
  readonly reason!: string | null;
}

@ObjectType({ description: 'A tie between a person and an organisation, for a time.' })
export class Affiliation {
  @Field(() => ID, { description: 'The affiliation’s id.' })
  readonly id!: string;

  @Field(() => affiliationRoles, { description: 'As what the person belongs to the organisation.' })
  readonly role!: AffiliationRole;

  @Field(() => DateScalar, { description: 'The first day.' })
  readonly since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it ended or was suspended; null while it lasts.',
  })
  readonly until!: string | null;
}

export const MembershipResult = resultType(
  'MembershipResult',
  Affiliation,
  'The membership as it is now, or why it stays.',
);
