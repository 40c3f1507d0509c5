import { defineEntity, p } from '@mikro-orm/core';

const MentorProfileSchema = defineEntity({
  name: 'MentorProfileEntity',
  tableName: 'mentor_profile',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    capacity: p.integer(),
    paused: p.boolean(),
    goals: p.array(),
    fieldCodes: p.array(),
    languages: p.array(),
    activeMentorships: p.integer(),
    proposedMentorships: p.integer(),
    freePlaces: p.integer(),
  },
});

/** The database keeps the counters and the free places from the mentorships; nothing else writes them. */
export class MentorProfileEntity extends MentorProfileSchema.class {}
MentorProfileSchema.setClass(MentorProfileEntity);
