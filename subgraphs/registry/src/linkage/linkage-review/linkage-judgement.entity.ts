import { defineEntity, p } from '@mikro-orm/core';

/** What was decided about one pair of records; a decision may be about several. Only the office sees any. */
const LinkageJudgementSchema = defineEntity({
  name: 'LinkageJudgementEntity',
  tableName: 'linkage_judgement',
  readonly: true,
  properties: {
    /** The decision's id. */
    id: p.uuid().primary().fieldName('decision_id'),
    leftId: p.uuid().primary(),
    rightId: p.uuid().primary(),
    kind: p.string().$type<'review' | 'merge' | 'unmerge'>(),
    verdict: p.string().$type<'same' | 'different' | 'unsure'>(),
    decidedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});

export class LinkageJudgementEntity extends LinkageJudgementSchema.class {}
LinkageJudgementSchema.setClass(LinkageJudgementEntity);
