import { defineEntity, p } from '@mikro-orm/core';

const GovernanceMinutesSchema = defineEntity({
  name: 'GovernanceMinutesEntity',
  tableName: 'governance_minutes',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    version: p.integer(),
    text: p.text(),
    publishedAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** What was written down of a meeting; a correction is a version more. */
export class GovernanceMinutesEntity extends GovernanceMinutesSchema.class {}
GovernanceMinutesSchema.setClass(GovernanceMinutesEntity);
