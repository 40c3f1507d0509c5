import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MentorProfile } from '../mentoring/mentor-profile.type.js';
import { alumniStudyLevels, type AlumniStudyLevel } from './alumnus.entity.js';

registerEnumType(alumniStudyLevels, {
  name: 'AlumniStudyLevel',
  description: 'The level of a study abroad, after ISCED 2011.',
  valuesConfig: {
    BACHELOR: { description: 'Bachelor or equivalent, level 6.' },
    MASTER: { description: 'Master or equivalent, level 7.' },
    DOCTORATE: { description: 'Doctorate or equivalent, level 8.' },
  },
});

@ObjectType({ description: 'What an association of the platform holds about one person’s studies abroad.' })
export class AlumniProfile {
  @Field(() => ID, { description: 'The profile’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The university abroad, as it writes its own name.' })
  readonly university!: string;

  @Field(() => alumniStudyLevels, { description: 'The level of the study.' })
  readonly level!: AlumniStudyLevel;

  @Field(() => String, { description: 'The broad field of education as its ISCED-F 2013 code, two digits.' })
  readonly fieldCode!: string;

  @Field(() => Int, { nullable: true, description: 'The year of graduation; null while the person studies there.' })
  readonly graduationYear!: number | null;

  @Field(() => Boolean, { description: 'Whether the person is back in the home country.' })
  readonly returned!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the person last confirmed these facts; null if never.',
  })
  readonly lastConfirmedOn!: string | null;

  @Field(() => MentorProfile, { nullable: true, description: 'The mentoring; null for a person who does not mentor.' })
  readonly mentor!: MentorProfile | null;

  @OrganizationField({
    description: 'The association; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const AlumniVolunteerConnection = connectionType('AlumniVolunteer', () => ListedVolunteer);
export const ConfirmAlumniFactsResult = resultType(
  'ConfirmAlumniFactsResult',
  AlumniProfile,
  'The confirmed profile, or why there is none.',
);
