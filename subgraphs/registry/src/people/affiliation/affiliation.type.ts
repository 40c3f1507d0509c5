import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { affiliationRoles, type AffiliationRole } from './affiliation.entity.js';

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

@ObjectType({ description: 'A tie between a person and an organisation, for a time.' })
export class Affiliation {
  @Field(() => ID, { description: 'The affiliation’s id.' })
  readonly id!: string;

  @Field(() => affiliationRoles, { description: 'As what the person belongs to the organisation.' })
  readonly role!: AffiliationRole;

  @Field(() => DateScalar, { description: 'The first day.' })
  readonly since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it ended; null while it lasts.' })
  readonly until!: string | null;
}
