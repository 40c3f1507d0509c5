import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';
import {
  declineReasons,
  mentorshipEndings,
  mentorshipProposers,
  mentorshipStatuses,
  type DeclineReason,
  type MentorshipEnding,
  type MentorshipProposer,
  type MentorshipStatus,
} from './mentorship.entity.js';

registerEnumType(mentorshipStatuses, {
  name: 'MentorshipStatus',
  description: 'Where a mentorship stands.',
  valuesConfig: {
    PROPOSED: { description: 'Asked for, and a place is held; the mentor has not answered yet.' },
    ACTIVE: { description: 'The mentor accompanies the mentee now.' },
    ENDED: { description: 'It is over, or never began: `ending` says how.' },
  },
});

registerEnumType(mentorshipEndings, {
  name: 'MentorshipEnding',
  description: 'How a mentorship, or the request for one, came to its end.',
  valuesConfig: {
    DECLINED: { description: 'The mentor said no, or one of two whom somebody else proposed.' },
    WITHDRAWN: { description: 'The mentee took the request back.' },
    EXPIRED: { description: 'The mentor did not answer in time.' },
    SUPERSEDED: { description: 'Another mentor said yes to the mentee.' },
    ENDED: { description: 'It took place, and one of the two ended it.' },
    LEFT: { description: 'One of the two left the federation.' },
  },
});

registerEnumType(mentorshipProposers, {
  name: 'MentorshipProposer',
  description: 'Who had the idea of a mentorship.',
  valuesConfig: {
    MENTEE: { description: 'The mentee asked, and the mentor answers.' },
    COORDINATOR: { description: 'A coordinator of their association, and both answer.' },
    ROUND: { description: 'A matching round that the mentee entered, and the mentor answers.' },
  },
});

registerEnumType(declineReasons, {
  name: 'MentorshipDeclineReason',
  description: 'Why one of the two said no.',
  valuesConfig: {
    NO_TIME: { description: 'There is no time now.' },
    OTHER_FIELD: { description: 'It is not the matter that the mentor can help with.' },
    OTHER: { description: 'Another reason, which nobody need tell.' },
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

  @Field(() => mentoringFormats, { nullable: true, description: 'For how long it is meant; null if nobody said.' })
  readonly format!: MentoringFormat | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it has not.' })
  readonly endedAt!: Date | null;

  @Field(() => mentorshipEndings, { nullable: true, description: 'How it ended; null while it has not.' })
  readonly ending!: MentorshipEnding | null;

  @Field(() => declineReasons, { nullable: true, description: 'Why it was declined; null when it was not.' })
  readonly declineReason!: DeclineReason | null;

  @Field(() => mentorshipProposers, { description: 'Who had the idea.' })
  readonly proposedBy!: MentorshipProposer;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the mentee said yes, by asking or by an answer; null as long as they have not.',
  })
  readonly menteeAgreedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the mentor said yes; null as long as they have not.',
  })
  readonly mentorAgreedAt!: Date | null;

  @OrganizationField({
    description: 'The mentee’s association, the mentor’s for a mentee who is in none; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const MentorshipConnection = connectionType('Mentorship', () => Mentorship);

export const RequestMentorshipResult = resultType(
  'RequestMentorshipResult',
  Mentorship,
  'The proposed mentorship, or why it was not made.',
);

export const ChangeMentorshipResult = resultType(
  'ChangeMentorshipResult',
  Mentorship,
  'The mentorship as it stands now, or why it did not change.',
);
