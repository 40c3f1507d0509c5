import { defineEntity, p } from '@mikro-orm/core';

/** What was decided about one pair of records; a decision may be about several. Only the office sees any. */
const ClericalDecisionSchema = defineEntity({
  name: 'ClericalDecisionEntity',
  tableName: 'clerical_decision',
  readonly: true,
  properties: {
    /** The decision's id. */
    id: p.uuid().primary().fieldName('decision_id'),
    leftId: p.uuid().primary(),
    rightId: p.uuid().primary(),
    kind: p.string().$type<'review' | 'merge' | 'unmerge' | 'claim'>(),
    verdict: p.string().$type<'same' | 'different' | 'unsure'>(),
    decidedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});

export class ClericalDecisionEntity extends ClericalDecisionSchema.class {}
ClericalDecisionSchema.setClass(ClericalDecisionEntity);
