import { defineEntity, p } from '@mikro-orm/core';

export const matchingDraftStatuses = {
  SOLVING: 'solving',
  READY: 'ready',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const;
export type MatchingDraftStatus = (typeof matchingDraftStatuses)[keyof typeof matchingDraftStatuses];

const MatchingDraftSchema = defineEntity({
  name: 'MatchingDraftEntity',
  tableName: 'matching_draft',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    roundId: p.uuid(),
    number: p.integer(),
    goalWeight: p.integer(),
    fieldWeight: p.integer(),
    languageWeight: p.integer(),
    countryWeight: p.integer(),
    repeatWeight: p.integer(),
    status: p.string().$type<MatchingDraftStatus>().default(matchingDraftStatuses.SOLVING),
    progress: p.integer().default(0),
    failure: p.string().nullable(),
    total: p.integer().nullable(),
    withoutCandidate: p.integer().nullable(),
    madeAt: p.datetime().defaultRaw('app_now()'),
    endedAt: p.datetime().nullable(),
    published: p.boolean().default(false),
  },
});

/** One result of a round, with the weights that it was made with. `total` is there once it is ready, `failure` is the solver's code. */
export class MatchingDraftEntity extends MatchingDraftSchema.class {}
MatchingDraftSchema.setClass(MatchingDraftEntity);
