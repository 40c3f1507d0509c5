import { defineEntity, p } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';

export const correctionOutcomes = { CORRECTED: 'corrected', REJECTED: 'rejected' } as const;
export type CorrectionOutcome = (typeof correctionOutcomes)[keyof typeof correctionOutcomes];

const CorrectionSchema = defineEntity({
  name: 'CorrectionEntity',
  tableName: 'correction',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    organizationId: p.uuid(),
    category: p.string().$type<GrantCategory>(),
    fact: p.text(),
    message: p.text(),
    askedAt: p.datetime(),
    dueAt: p.datetime(),
    outcome: p.string().$type<CorrectionOutcome>().nullable(),
    answer: p.text().nullable(),
    answeredBy: p.string().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/** What a person asks an organisation to correct. */
export class CorrectionEntity extends CorrectionSchema.class {}
CorrectionSchema.setClass(CorrectionEntity);
