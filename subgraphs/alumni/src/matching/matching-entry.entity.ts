import { defineEntity, p } from '@mikro-orm/core';
import type { MentoringFormat } from '../mentoring/mentor-profile.entity.js';

export const matchingRoles = { MENTEE: 'mentee', MENTOR: 'mentor' } as const;
export type MatchingRole = (typeof matchingRoles)[keyof typeof matchingRoles];

const MatchingEntrySchema = defineEntity({
  name: 'MatchingEntryEntity',
  tableName: 'matching_entry',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    roundId: p.uuid(),
    volunteerId: p.uuid(),
    role: p.string().$type<MatchingRole>(),
    associationId: p.uuid().nullable(),
    goals: p.array(),
    fieldCodes: p.array(),
    languages: p.array(),
    formats: p.array().$type<MentoringFormat[]>(),
    countryCode: p.string().nullable(),
    capacity: p.integer(),
    enteredAt: p.datetime().defaultRaw('app_now()'),
    leftAt: p.datetime().nullable(),
  },
});

/** The organisation is the one that runs the round; the association is the person's own, null for who is in none. */
export class MatchingEntryEntity extends MatchingEntrySchema.class {}
MatchingEntrySchema.setClass(MatchingEntryEntity);
