import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { OrganizationField } from '@birlik/trust/organization';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import { enrolmentStatuses, studyLevels, type EnrolmentStatus, type StudyLevel } from './enrolment.entity.js';

registerEnumType(studyLevels, {
  name: 'StudyLevel',
  description: 'The level of a study, after ISCED 2011.',
  valuesConfig: {
    BACHELOR: { description: 'Bachelor or equivalent, level 6.' },
    MASTER: { description: 'Master or equivalent, level 7.' },
    DOCTORATE: { description: 'Doctorate or equivalent, level 8.' },
  },
});

registerEnumType(enrolmentStatuses, {
  name: 'EnrolmentStatus',
  description: 'Where a study stands.',
  valuesConfig: {
    STUDYING: { description: 'The person studies now.' },
    GRADUATED: { description: 'The person has the degree.' },
    LEFT: { description: 'The person left without the degree.' },
  },
});

@ObjectType({ description: 'One study of one person at one university, attested by it.' })
export class Enrolment {
  @Field(() => ID, { description: 'The enrolment’s id.' })
  readonly id!: string;

  @Field(() => studyLevels, { description: 'The level of the study.' })
  readonly level!: StudyLevel;

  @Field(() => enrolmentStatuses, { description: 'Where the study stands.' })
  readonly status!: EnrolmentStatus;

  @Field(() => Int, { description: 'The calendar year in which the study began.' })
  readonly startYear!: number;

  @OrganizationField({
    description: 'The university; null while the registry is down.',
    type: () => Organization,
  })
  readonly organization!: Organization;
}

export const EnrolledVolunteerConnection = connectionType('EnrolledVolunteer', () => ListedVolunteer);
