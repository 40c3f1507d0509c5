import { defineEntity, p } from '@mikro-orm/core';

export const matchingRulings = { LOCKED: 'locked', VETOED: 'vetoed' } as const;
export type MatchingRuling = (typeof matchingRulings)[keyof typeof matchingRulings];

const MatchingRulingSchema = defineEntity({
  name: 'MatchingRulingEntity',
  tableName: 'matching_ruling',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    roundId: p.uuid(),
    menteeEntryId: p.uuid(),
    mentorEntryId: p.uuid(),
    ruling: p.string().$type<MatchingRuling>(),
    ruledAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** What the coordinator says of two entries, for all drafts of the round. */
export class MatchingRulingEntity extends MatchingRulingSchema.class {}
MatchingRulingSchema.setClass(MatchingRulingEntity);
