import { defineEntity, p } from '@mikro-orm/core';

export const meetingStatuses = {
  PROPOSED: 'proposed',
  CONFIRMED: 'confirmed',
  DECLINED: 'declined',
  CANCELLED: 'cancelled',
  HAPPENED: 'happened',
  MISSED: 'missed',
} as const;
export type MeetingStatus = (typeof meetingStatuses)[keyof typeof meetingStatuses];

const MentorshipMeetingSchema = defineEntity({
  name: 'MentorshipMeetingEntity',
  tableName: 'mentorship_meeting',
  properties: {
    id: p.uuid().primary(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    startsAt: p.datetime(),
    minutes: p.integer(),
    place: p.text().nullable(),
    status: p.string().$type<MeetingStatus>().defaultRaw(`'proposed'`),
    proposedAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** `volunteerId` is who of the two proposed it. The database keeps its steps; another time is another meeting. */
export class MentorshipMeetingEntity extends MentorshipMeetingSchema.class {}
MentorshipMeetingSchema.setClass(MentorshipMeetingEntity);
