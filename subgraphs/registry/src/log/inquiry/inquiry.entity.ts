import { defineEntity, p } from '@mikro-orm/core';
import type { LoggedCategory } from '../../decision/grant-category.rule.js';

export const inquiryKinds = { QUESTION: 'question', OBJECTION: 'objection' } as const;
export type InquiryKind = (typeof inquiryKinds)[keyof typeof inquiryKinds];

export const inquiryOutcomes = { EXPLAINED: 'explained', STOPPED: 'stopped', REJECTED: 'rejected' } as const;
export type InquiryOutcome = (typeof inquiryOutcomes)[keyof typeof inquiryOutcomes];

const InquirySchema = defineEntity({
  name: 'InquiryEntity',
  tableName: 'inquiry',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    volunteerId: p.uuid(),
    organizationId: p.uuid(),
    kind: p.string().$type<InquiryKind>(),
    category: p.string().$type<LoggedCategory>(),
    purpose: p.string().nullable(),
    readAt: p.datetime(),
    message: p.text(),
    raisedAt: p.datetime(),
    dueAt: p.datetime(),
    outcome: p.string().$type<InquiryOutcome>().nullable(),
    answer: p.text().nullable(),
    answeredBy: p.string().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

export class InquiryEntity extends InquirySchema.class {}
InquirySchema.setClass(InquiryEntity);
