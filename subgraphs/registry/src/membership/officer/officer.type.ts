import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { officerRoles, type OfficerRole } from './officer.entity.js';

registerEnumType(officerRoles, {
  name: 'OfficerRole',
  description: 'In what role a person acts for an organisation.',
  valuesConfig: {
    OFFICER: { description: 'Does its daily work, and sees to its officers, keys and contact.' },
    COORDINATOR: { description: 'Runs its programmes, such as matching rounds.' },
    ANALYST: { description: 'Reads its statistics.' },
    ADMIN: { description: 'As an officer, and appoints admins.' },
    SAFEGUARDING_LEAD: { description: 'Protects people in danger, and reads for that purpose while a case is open.' },
  },
});

@ObjectType({ description: 'An appointment: who may act for an organisation, in which roles, since when.' })
export class Officer {
  @Field(() => ID, { description: 'The appointment’s id.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The identity provider of the subject; null if it is not known, and then the appointment does not count.',
  })
  readonly issuer!: string | null;

  @Field(() => String, { description: 'The person’s subject at the organisation’s identity provider.' })
  readonly subject!: string;

  @Field(() => [officerRoles], { description: 'The roles, at most 5.' })
  readonly roles!: OfficerRole[];

  @Field(() => DateTimeScalar, { description: 'When the appointment was made.' })
  readonly appointedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a hand-over begins it, of itself; null if it began when it was made.',
  })
  readonly beginsAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a hand-over ends it, of itself; null if none is to.',
  })
  readonly endsAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody ended it; null if nobody did.' })
  readonly dismissedAt!: Date | null;
}

@ObjectType({ description: 'A system that may act for an organisation by itself.' })
export class SystemClient {
  @Field(() => ID, { description: 'The registration’s id.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The identity provider of the client; null if it is not known, and then the registration does not count.',
  })
  readonly issuer!: string | null;

  @Field(() => String, { description: 'The name of the client at the organisation’s identity provider.' })
  readonly client!: string;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  readonly registeredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it may act.' })
  readonly revokedAt!: Date | null;
}

export const OfficerResult = resultType('OfficerResult', Officer, 'The appointment, or why nothing changed.');
export const SystemClientResult = resultType('SystemClientResult', SystemClient, 'The system, or why nothing changed.');
