import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { mentorshipStatuses, type MentorshipStatus } from './mentorship.entity.js';

registerEnumType(mentorshipStatuses, {
  name: 'MentorshipStatus',
  description: 'Where a mentorship stands.',
  valuesConfig: {
    PROPOSED: { description: 'Asked for, and a place is held; the mentor has not answered yet.' },
    ACTIVE: { description: 'The mentor accompanies the mentee now.' },
    ENDED: { description: 'It is over, or was declined.' },
  },
});

@ObjectType({ description: 'One person’s mentoring by another.' })
export class Mentorship {
  @Field(() => ID, { description: 'The mentorship’s id.' })
  readonly id!: string;

  @Field(() => mentorshipStatuses, { description: 'Where the mentorship stands.' })
  readonly status!: MentorshipStatus;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it began; null if it has not begun.' })
  readonly startedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The mentee’s word to the mentor; null if there was none.' })
  readonly menteeMessage!: string | null;

  @OrganizationField({
    description: 'The mentee’s association; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const MentorshipConnection = connectionType('Mentorship', () => Mentorship);

export const RequestMentorshipResult = resultType(
  'RequestMentorshipResult',
  Mentorship,
  'The proposed mentorship, or why it was not made.',
);
