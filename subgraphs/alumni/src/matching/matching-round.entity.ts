import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const matchingRoundStatuses = { DRAFT: 'draft', PUBLISHED: 'published' } as const;
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
  },
});

export class MatchingRoundEntity extends MatchingRoundSchema.class {}
MatchingRoundSchema.setClass(MatchingRoundEntity);
