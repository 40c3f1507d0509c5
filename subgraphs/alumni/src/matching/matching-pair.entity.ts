import { defineEntity, p } from '@mikro-orm/core';

export const matchingOutcomes = { ASKED: 'asked', PLACE_TAKEN: 'place-taken' } as const;
export type MatchingOutcome = (typeof matchingOutcomes)[keyof typeof matchingOutcomes];

const MatchingPairSchema = defineEntity({
  name: 'MatchingPairEntity',
  tableName: 'matching_pair',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    roundId: p.uuid(),
    draftId: p.uuid(),
    menteeEntryId: p.uuid(),
    mentorEntryId: p.uuid(),
    menteeAssociationId: p.uuid().nullable(),
    mentorAssociationId: p.uuid().nullable(),
    goalPoints: p.integer(),
    fieldPoints: p.integer(),
    languagePoints: p.integer(),
    countryPoints: p.integer(),
    repeatPoints: p.integer(),
    score: p.integer(),
    isLocked: p.boolean(),
    nextBestEntryId: p.uuid().nullable(),
    lostPairs: p.integer().nullable(),
    lostScore: p.integer().nullable(),
    published: p.boolean(),
    outcome: p.string().$type<MatchingOutcome>().nullable(),
    mentorshipId: p.uuid().nullable(),
  },
});

/** Two entries that a draft brings together. The points add up to the score: the database checks it. */
export class MatchingPairEntity extends MatchingPairSchema.class {}
MatchingPairSchema.setClass(MatchingPairEntity);
