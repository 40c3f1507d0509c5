import { defineEntity, p } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';

const MandateSchema = defineEntity({
  name: 'MandateEntity',
  tableName: 'mandate',
  properties: {
    id: p.uuid().primary(),
    giverId: p.uuid(),
    holderId: p.uuid(),
    purpose: p.string(),
    category: p.string().$type<GrantCategory>(),
    givenAt: p.datetime(),
    givenBy: p.string(),
    endsAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.string().nullable(),
    /** When it was found to have ended by itself and was followed by another; it has had no effect since its end. */
    closedAt: p.datetime().nullable(),
  },
});

export class MandateEntity extends MandateSchema.class {}
MandateSchema.setClass(MandateEntity);
