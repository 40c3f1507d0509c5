import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import type { MatchingDraftEntity } from './matching-draft.entity.js';
import { MatchingWeightsInput, RuleMatchingPairInput } from './matching-draft.input.js';
import {
  cancelMatchingDraft,
  compareDrafts,
  draftMatching,
  ownDraft,
  ruleMatchingPair,
  sharesOf,
  totalsOf,
  type MatchingDifference as Difference,
  type MatchingShare as Share,
} from './matching-draft.service.js';
import {
  ChangeMatchingDraftResult,
  MatchingCriteria,
  MatchingDifference,
  MatchingDraft,
  MatchingPairConnection,
  MatchingShare,
} from './matching-draft.type.js';
import type { MatchingEntryEntity } from './matching-entry.entity.js';
import { ChangeMatchingEntryResult } from './matching-entry.type.js';
import type { MatchingPairEntity } from './matching-pair.entity.js';
import { listPairs } from './matching-pair.service.js';
import type { MatchingRoundEntity } from './matching-round.entity.js';
import { publishMatchingDraft } from './matching-round.service.js';
import { ChangeMatchingRoundResult } from './matching-round.type.js';

const coordinators = ['coordinator', 'admin'] as const;

@Resolver(() => MatchingShare)
export class MatchingShareResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'The association; null for countries and languages, for who is in none, and while the registry is down.',
  })
  organization(@Root() { key, by }: Share): Organization | null {
    return by === 'association' && key !== null ? { id: key } : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The country’s ISO 3166-1 code or the language’s ISO 639-1 code; null for associations, and for who says none.',
  })
  code(@Root() { key, by }: Share): string | null {
    return by === 'association' ? null : key;
  }
}

@Resolver(() => MatchingDraft)
export class MatchingDraftResolver {
  @Allow(organization(...coordinators))
  @Query(() => MatchingDraft, {
    nullable: true,
    description:
      'A draft of a round of the viewer’s own organisation; for its coordinators; null while the service is down.',
  })
  matchingDraft(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The draft’s id.' }) id: string,
  ): Promise<MatchingDraftEntity> {
    return ownDraft(context, id);
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingDraftResult, {
    description:
      'Begins a draft of a round that is closed to entries: the most pairs, and of those results the one with the highest total. Locked pairs stay.',
  })
  draftMatching(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) roundId: string,
    @Arg('weights', () => MatchingWeightsInput, {
      nullable: true,
      description: 'How much each criterion counts; as in the draft before if unset.',
    })
    weights: MatchingWeightsInput | null,
  ): Promise<MatchingDraftEntity | Problem> {
    return asResult(() => draftMatching(context, { roundId, weights }));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingDraftResult, { description: 'Stops a draft whose pairs are being found.' })
  cancelMatchingDraft(
    @Ctx() context: RequestContext,
    @Arg('draftId', () => ID, { description: 'The draft’s id.' }) id: string,
  ): Promise<MatchingDraftEntity | Problem> {
    return asResult(() => cancelMatchingDraft(context, id));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingEntryResult, {
    description:
      'Locks a mentee and a mentor of a round together or keeps them apart, in all drafts that are made from then on; answers with the mentee’s entry.',
  })
  ruleMatchingPair(
    @Ctx() context: RequestContext,
    @Arg('input', () => RuleMatchingPairInput, { description: 'The two, and what is said of them.' })
    input: RuleMatchingPairInput,
  ): Promise<MatchingEntryEntity | Problem> {
    return asResult(() => ruleMatchingPair(context, input));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingRoundResult, {
    description:
      'Publishes a draft: mentors are asked, both are told once, and what nobody answers ends by the clock of the round. It cannot be taken back.',
  })
  publishMatchingDraft(
    @Ctx() context: RequestContext,
    @Arg('draftId', () => ID, { description: 'The draft’s id.' }) id: string,
  ): Promise<MatchingRoundEntity | Problem> {
    return asResult(() => publishMatchingDraft(context, id));
  }

  @FieldResolver(() => MatchingCriteria, { description: 'How much each criterion counts in it.' })
  weights(@Root() draft: MatchingDraftEntity): MatchingCriteria {
    return {
      goals: draft.goalWeight,
      fields: draft.fieldWeight,
      languages: draft.languageWeight,
      country: draft.countryWeight,
      repeat: draft.repeatWeight,
    };
  }

  @FieldResolver(() => MatchingShare, { description: 'How it treats all mentees together.' })
  async whole(@Root() { id }: MatchingDraftEntity, @Ctx() context: RequestContext): Promise<Share> {
    return { ...(await totalsOf(context, id)), key: null, by: 'whole' };
  }

  @FieldResolver(() => [MatchingShare], {
    description: 'How it treats mentees by their association, the largest first, at most 300.',
  })
  byAssociation(@Root() { id: draftId }: MatchingDraftEntity, @Ctx() context: RequestContext): Promise<Share[]> {
    return sharesOf(context, { draftId, by: 'association' });
  }

  @FieldResolver(() => [MatchingShare], {
    description: 'How it treats mentees by their country, the largest first, at most 300.',
  })
  byCountry(@Root() { id: draftId }: MatchingDraftEntity, @Ctx() context: RequestContext): Promise<Share[]> {
    return sharesOf(context, { draftId, by: 'country' });
  }

  @FieldResolver(() => [MatchingShare], {
    description:
      'How it treats mentees by their languages, the largest first, at most 200; one of two languages is in both.',
  })
  byLanguage(@Root() { id: draftId }: MatchingDraftEntity, @Ctx() context: RequestContext): Promise<Share[]> {
    return sharesOf(context, { draftId, by: 'language' });
  }

  @FieldResolver(() => MatchingDifference, {
    nullable: true,
    description: 'What it changes for mentees beside another draft of the same round; null if there is no such one.',
  })
  difference(
    @Root() draft: MatchingDraftEntity,
    @Ctx() context: RequestContext,
    @Arg('fromId', () => ID, {
      nullable: true,
      description: 'The id of the other draft; the one that was ready before if unset.',
    })
    fromId: string | null,
  ): Promise<Difference | null> {
    return compareDrafts(context, { draft, fromId: fromId ?? null });
  }

  @FieldResolver(() => MatchingPairConnection, { description: 'Its pairs, those that fit least first.' })
  pairs(
    @Root() { id }: MatchingDraftEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingPairEntity>> {
    return listPairs(context, args, id);
  }
}
