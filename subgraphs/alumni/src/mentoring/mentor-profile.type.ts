import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { mentoringFormats, mentorReviews, type MentorReview } from './mentor-profile.entity.js';
import { MentoringFields } from './mentoring-fields.type.js';

registerEnumType(mentoringFormats, {
  name: 'MentoringFormat',
  description: 'For how long somebody accompanies somebody.',
  valuesConfig: {
    ONE_CALL: { description: 'One conversation.' },
    THREE_MONTHS: { description: 'Three months.' },
    TWELVE_MONTHS: { description: 'A year.' },
  },
});

registerEnumType(mentorReviews, {
  name: 'MentorReview',
  description: 'What the association says about an offer to mentor.',
  valuesConfig: {
    AWAITED: { description: 'It has not looked at it yet; the card says so.' },
    APPROVED: { description: 'It agrees.' },
    REFUSED: { description: 'It does not agree: there is no card.' },
  },
});

@ObjectType({ description: 'How a person mentors others.' })
export class MentorProfile extends MentoringFields {
  @Field(() => ID, { description: 'The mentor profile’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How many people the mentor takes at the same time at most.' })
  readonly capacity!: number;

  @Field(() => Int, { description: 'How many people the mentor accompanies now.' })
  readonly activeMentorships!: number;

  @Field(() => Boolean, { description: 'Whether the mentor takes no new requests for now.' })
  readonly paused!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it was paused because requests ran out without an answer; the mentor can take it up again.',
  })
  readonly pausedByHouse!: boolean;

  @Field(() => mentorReviews, { description: 'What the mentor’s association says about the offer.' })
  readonly review!: MentorReview;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the mentor took the offer back; null as long as it stands.',
  })
  readonly withdrawnAt!: Date | null;
}

export const MentorProfileConnection = connectionType('MentorProfile', () => MentorProfile);

export const ChangeMentorProfileResult = resultType(
  'ChangeMentorProfileResult',
  MentorProfile,
  'The offer as it stands now, or why it did not change.',
);

export const MentorVolunteerConnection = connectionType('MentorVolunteer', () => ListedVolunteer);
