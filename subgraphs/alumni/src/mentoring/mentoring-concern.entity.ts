import { defineEntity, p } from '@mikro-orm/core';

const MentoringConcernSchema = defineEntity({
  name: 'MentoringConcernEntity',
  tableName: 'mentoring_concern',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    mentorshipId: p.uuid(),
    volunteerId: p.uuid(),
    byMentor: p.boolean(),
    text: p.text(),
    raisedAt: p.datetime().defaultRaw('app_now()'),
    closedAt: p.datetime().nullable(),
    outcome: p.text().nullable(),
  },
});

/** `volunteerId` is who raised it. Only the association's safeguarding leads read it; it is closed, never deleted. */
export class MentoringConcernEntity extends MentoringConcernSchema.class {}
MentoringConcernSchema.setClass(MentoringConcernEntity);
