import { defineEntity, p } from '@mikro-orm/core';
import type { MentoringFormat } from './mentor-profile.entity.js';

const MentorCardSchema = defineEntity({
  name: 'MentorCardEntity',
  tableName: 'mentor_card',
  properties: {
    id: p.uuid().primary(),
    goals: p.array(),
    fieldCodes: p.array(),
    languages: p.array(),
    formats: p.array().$type<MentoringFormat[]>(),
    countryCode: p.string().nullable(),
    isApproved: p.boolean(),
  },
});

/** A view: a mentor with a free place as anybody may see them, with an id that is nowhere else. */
export class MentorCardEntity extends MentorCardSchema.class {}
MentorCardSchema.setClass(MentorCardEntity);
