import { defineEntity, p } from '@mikro-orm/core';

/** A view: the newest versions of the viewer's own organisation's records, and what it may know of their linkage. */
const SubmittedRecordSchema = defineEntity({
  name: 'SubmittedRecordEntity',
  tableName: 'submitted_record',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    localKey: p.string(),
    version: p.integer(),
    submittedAt: p.datetime(),
    personId: p.uuid(),
    isInReview: p.boolean(),
  },
});

export class SubmittedRecordEntity extends SubmittedRecordSchema.class {}
SubmittedRecordSchema.setClass(SubmittedRecordEntity);
