import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { MatchingCriteria, MatchingNextBest, MatchingPair } from './matching-draft.type.js';
import type { MatchingEntryEntity } from './matching-entry.entity.js';
import { MatchingEntry } from './matching-entry.type.js';
import { entryById, rulingOfPair } from './matching.loader.js';
import type { MatchingPairEntity } from './matching-pair.entity.js';
import { matchingRulings, type MatchingRuling } from './matching-ruling.entity.js';

@Resolver(() => MatchingPair)
export class MatchingPairResolver {
  @FieldResolver(() => MatchingEntry, {
    nullable: true,
    description: 'The mentee’s entry; null for an association whose people the mentee is not of.',
  })
  mentee(@Root() pair: MatchingPairEntity, @Ctx() context: RequestContext): Promise<MatchingEntryEntity | null> {
    return entryById.load(context, pair.menteeEntryId);
  }

  @FieldResolver(() => MatchingEntry, {
    nullable: true,
    description: 'The mentor’s entry; null for an association whose people the mentor is not of.',
  })
  mentor(@Root() pair: MatchingPairEntity, @Ctx() context: RequestContext): Promise<MatchingEntryEntity | null> {
    return entryById.load(context, pair.mentorEntryId);
  }

  @FieldResolver(() => MatchingCriteria, { description: 'The points of each criterion; they add up to the score.' })
  points(@Root() pair: MatchingPairEntity): MatchingCriteria {
    return {
      goals: pair.goalPoints,
      fields: pair.fieldPoints,
      languages: pair.languagePoints,
      country: pair.countryPoints,
      repeat: pair.repeatPoints,
    };
  }

  @FieldResolver(() => matchingRulings, {
    nullable: true,
    description: 'What the coordinator says of the two now, for drafts to come; null for nothing.',
  })
  ruling(@Root() pair: MatchingPairEntity, @Ctx() context: RequestContext): Promise<MatchingRuling | null> {
    return rulingOfPair.load(context, pair);
  }

  @FieldResolver(() => MatchingNextBest, {
    nullable: true,
    description: 'What becomes of the whole when they are kept apart; null for a locked pair.',
  })
  async nextBest(
    @Root() { nextBestEntryId, lostPairs, lostScore }: MatchingPairEntity,
    @Ctx() context: RequestContext,
  ): Promise<MatchingNextBest | null> {
    if (lostPairs == null || lostScore == null) return null;
    const mentor = nextBestEntryId == null ? null : await entryById.load(context, nextBestEntryId);
    return { mentor: mentor as MatchingNextBest['mentor'], lostPairs, lostScore };
  }
}
