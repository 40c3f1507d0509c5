import { defineEntity, p } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';

const ConsentRequestSchema = defineEntity({
  name: 'ConsentRequestEntity',
  tableName: 'consent_request',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    purpose: p.string(),
    categories: p.array().$type<GrantCategory[]>(),
    reason: p.string(),
    wantedUntil: p.datetime().nullable(),
    askedAt: p.datetime(),
    askedBy: p.string(),
    lapsesAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    accepted: p.boolean().nullable(),
    answeredByGuardian: p.boolean().nullable(),
  },
});

export class ConsentRequestEntity extends ConsentRequestSchema.class {}
ConsentRequestSchema.setClass(ConsentRequestEntity);
