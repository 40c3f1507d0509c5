import { defineEntity, p } from '@mikro-orm/core';
import type { MentoringFormat } from './mentor-profile.entity.js';

export const mentorshipStatuses = { PROPOSED: 'proposed', ACTIVE: 'active', ENDED: 'ended' } as const;
export type MentorshipStatus = (typeof mentorshipStatuses)[keyof typeof mentorshipStatuses];

export const mentorshipEndings = {
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
  SUPERSEDED: 'superseded',
  ENDED: 'ended',
  LEFT: 'left',
} as const;
export type MentorshipEnding = (typeof mentorshipEndings)[keyof typeof mentorshipEndings];

export const declineReasons = { NO_TIME: 'no-time', OTHER_FIELD: 'other-field', OTHER: 'other' } as const;
export type DeclineReason = (typeof declineReasons)[keyof typeof declineReasons];

export const mentorshipProposers = { MENTEE: 'mentee', COORDINATOR: 'coordinator', ROUND: 'round' } as const;
export type MentorshipProposer = (typeof mentorshipProposers)[keyof typeof mentorshipProposers];

const MentorshipSchema = defineEntity({
  name: 'MentorshipEntity',
  tableName: 'mentorship',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    mentorVolunteerId: p.uuid().nullable(),
    roundId: p.uuid().nullable(),
    status: p.string().$type<MentorshipStatus>(),
    startedOn: p.date().nullable(),
    menteeMessage: p.text().nullable(),
    format: p.string().$type<MentoringFormat>().nullable(),
    askedAt: p.datetime().defaultRaw('app_now()'),
    endedAt: p.datetime().nullable(),
    ending: p.string().$type<MentorshipEnding>().nullable(),
    declineReason: p.string().$type<DeclineReason>().nullable(),
    proposedBy: p.string().$type<MentorshipProposer>().defaultRaw(`'mentee'`),
    menteeAgreedAt: p.datetime().nullable(),
    mentorAgreedAt: p.datetime().nullable(),
    mentorWouldRepeat: p.boolean().nullable(),
    menteeWouldRepeat: p.boolean().nullable(),
  },
});

/**
 * `volunteerId` is the mentee, and the organisation is the mentee's association, the mentor's for a mentee who is in none. A mentor who was
 * erased is null; rows whose mentee was erased are the mentor's alone. The database stamps the times, and closes what else the mentee asked
 * for when somebody accepts.
 */
export class MentorshipEntity extends MentorshipSchema.class {}
MentorshipSchema.setClass(MentorshipEntity);

/** A mentorship, and whether one of the two looks at it with their own eyes and not as an organisation would. */
export type SeenMentorship = MentorshipEntity & { readonly isOwn: boolean };
