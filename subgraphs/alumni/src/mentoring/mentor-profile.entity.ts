import { defineEntity, p } from '@mikro-orm/core';

export const mentoringFormats = {
  ONE_CALL: 'one-call',
  THREE_MONTHS: 'three-months',
  TWELVE_MONTHS: 'twelve-months',
} as const;
export type MentoringFormat = (typeof mentoringFormats)[keyof typeof mentoringFormats];

export const mentorReviews = { AWAITED: 'awaited', APPROVED: 'approved', REFUSED: 'refused' } as const;
export type MentorReview = (typeof mentorReviews)[keyof typeof mentorReviews];

const MentorProfileSchema = defineEntity({
  name: 'MentorProfileEntity',
  tableName: 'mentor_profile',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    capacity: p.integer(),
    paused: p.boolean(),
    pausedByHouse: p.boolean(),
    unansweredRequests: p.integer(),
    goals: p.array(),
    fieldCodes: p.array(),
    languages: p.array(),
    formats: p.array().$type<MentoringFormat[]>(),
    countryCode: p.string().nullable(),
    review: p.string().$type<MentorReview>(),
    withdrawnAt: p.datetime().nullable(),
    activeMentorships: p.integer(),
    proposedMentorships: p.integer(),
    freePlaces: p.integer(),
  },
});

/** The database keeps the counters and the free places from the mentorships; nothing else writes them. */
export class MentorProfileEntity extends MentorProfileSchema.class {}
MentorProfileSchema.setClass(MentorProfileEntity);
