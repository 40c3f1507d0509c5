import { defineEntity, p } from '@mikro-orm/core';

export const mentorshipStatuses = { PROPOSED: 'proposed', ACTIVE: 'active', ENDED: 'ended' } as const;
export type MentorshipStatus = (typeof mentorshipStatuses)[keyof typeof mentorshipStatuses];

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
  },
});

/**
 * `volunteerId` is the mentee, and the organisation is the mentee's association. A mentor who was erased is null; rows whose
 * mentee was erased are the mentor's alone.
 */
export class MentorshipEntity extends MentorshipSchema.class {}
MentorshipSchema.setClass(MentorshipEntity);

/** A mentorship, and whether one of the two looks at it with their own eyes and not as an organisation would. */
export type SeenMentorship = MentorshipEntity & { readonly isOwn: boolean };
