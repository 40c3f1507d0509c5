import { defineEntity, p } from '@mikro-orm/core';

export const goalStatuses = { OPEN: 'open', DONE: 'done', DROPPED: 'dropped' } as const;
export type GoalStatus = (typeof goalStatuses)[keyof typeof goalStatuses];

const MentorshipGoalSchema = defineEntity({
  name: 'MentorshipGoalEntity',
  tableName: 'mentorship_goal',
  properties: {
    id: p.uuid().primary(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    text: p.text(),
    status: p.string().$type<GoalStatus>().defaultRaw(`'open'`),
    addedAt: p.datetime().defaultRaw('app_now()'),
    closedAt: p.datetime().nullable(),
  },
});

/** `volunteerId` is who of the two set it; both see it, and either closes it, once. */
export class MentorshipGoalEntity extends MentorshipGoalSchema.class {}
MentorshipGoalSchema.setClass(MentorshipGoalEntity);
