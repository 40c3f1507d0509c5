import { defineEntity, p } from '@mikro-orm/core';

/** A view: the newest versions of the viewer's own organisation's records, and who told it that one is theirs. */
const SubmittedRecordSchema = defineEntity({
  name: 'SubmittedRecordEntity',
  tableName: 'submitted_record',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    localKey: p.string(),
    version: p.integer(),
    submittedAt: p.datetime(),
    volunteerId: p.uuid().nullable(),
  },
});

export class SubmittedRecordEntity extends SubmittedRecordSchema.class {}
SubmittedRecordSchema.setClass(SubmittedRecordEntity);
