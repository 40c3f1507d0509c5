import { defineEntity, p } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';

const ConsentSchema = defineEntity({
  name: 'ConsentEntity',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    recipientOrganizationId: p.uuid().nullable(),
    purpose: p.string(),
    category: p.string().$type<GrantCategory>(),
    givenAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    /** When it was found to have ended by itself and was followed by another; it has had no effect since its end. */
    closedAt: p.datetime().nullable(),
    givenByGuardian: p.boolean(),
  },
});

export class ConsentEntity extends ConsentSchema.class {}
ConsentSchema.setClass(ConsentEntity);
