import { defineEntity, p } from '@mikro-orm/core';

const GovernanceMandateSchema = defineEntity({
  name: 'GovernanceMandateEntity',
  tableName: 'governance_mandate',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    bodyId: p.uuid(),
    volunteerId: p.uuid(),
    chairs: p.boolean(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    givenAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** From when to when a person is in a body. `endsAt` is the first instant without a right. */
export class GovernanceMandateEntity extends GovernanceMandateSchema.class {}
GovernanceMandateSchema.setClass(GovernanceMandateEntity);
