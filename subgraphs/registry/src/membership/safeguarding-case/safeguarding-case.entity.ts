import { defineEntity, p } from '@mikro-orm/core';

const SafeguardingCaseSchema = defineEntity({
  name: 'SafeguardingCaseEntity',
  tableName: 'safeguarding_case',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    reason: p.text(),
    openedAt: p.datetime(),
    openedBy: p.string(),
    endsAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    closedBy: p.string().nullable(),
  },
});

/** Why an organisation may state a purpose that hides its reads for a time; it ends by itself and is never deleted. */
export class SafeguardingCaseEntity extends SafeguardingCaseSchema.class {}
SafeguardingCaseSchema.setClass(SafeguardingCaseEntity);
