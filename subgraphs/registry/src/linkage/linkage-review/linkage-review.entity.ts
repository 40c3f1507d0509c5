import { defineEntity, p } from '@mikro-orm/core';
import type { RecordPair } from '../person-link/record-pairs.rule.js';

/** A view: pairs of records of two people between whom nobody has judged. Only the office sees any. */
const LinkageReviewSchema = defineEntity({
  name: 'LinkageReviewEntity',
  tableName: 'linkage_review',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    leftId: p.uuid(),
    rightId: p.uuid(),
    raisedAt: p.datetime(),
    weight: p.float(),
    nationalId: p.string().$type<RecordPair['nationalId']>(),
    fields: p.json<RecordPair['fields']>(),
    isConflict: p.boolean(),
    isUnsure: p.boolean(),
  },
});

export class LinkageReviewEntity extends LinkageReviewSchema.class {}
LinkageReviewSchema.setClass(LinkageReviewEntity);
