import { defineEntity, p } from '@mikro-orm/core';

const ReviewScoreSchema = defineEntity({
  name: 'ReviewScoreEntity',
  tableName: 'review_score',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    applicationId: p.uuid(),
    criterionId: p.uuid(),
    /** The subject of the reviewer's sign-in. */
    reviewerSub: p.string(),
    score: p.integer(),
  },
});

export class ReviewScoreEntity extends ReviewScoreSchema.class {}
ReviewScoreSchema.setClass(ReviewScoreEntity);
