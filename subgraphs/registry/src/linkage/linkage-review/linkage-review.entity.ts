import { defineEntity, p } from '@mikro-orm/core';
import type { RecordPair } from '@birlik/linkage/weigh-pairs';

/** A view: pairs of records of two people about whom nobody has decided. Only the office sees any. */
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
    nationalNumberMatch: p.string().$type<RecordPair['nationalNumberMatch']>(),
    fields: p.json<RecordPair['fields']>(),
    isConflict: p.boolean(),
    isUnsure: p.boolean(),
  },
});

export class LinkageReviewEntity extends LinkageReviewSchema.class {}
LinkageReviewSchema.setClass(LinkageReviewEntity);
