import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const matchingRoundStatuses = {
  OPEN: 'open',
  DRAFT: 'draft',
  PUBLISHED: 'published',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
} as const;
export type MatchingRoundStatus = (typeof matchingRoundStatuses)[keyof typeof matchingRoundStatuses];

const MatchingRoundSchema = defineEntity({
  name: 'MatchingRoundEntity',
  tableName: 'matching_round',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    opensOn: p.date(),
    closesOn: p.date(),
    status: p.string().$type<MatchingRoundStatus>(),
    answerDays: p.integer(),
    publishedAt: p.datetime().nullable(),
    answersDueAt: p.datetime().nullable(),
  },
});

/** The database keeps the history of the status, and the seed by which equal results are told apart. */
export class MatchingRoundEntity extends MatchingRoundSchema.class {}
MatchingRoundSchema.setClass(MatchingRoundEntity);
