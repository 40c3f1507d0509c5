import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundAssociation, takePart } from './matching-association.service.js';
import type { MatchingAssociationEntity } from './matching-association.entity.js';
import { MatchingDraftEntity } from './matching-draft.entity.js';
import { MatchingDraftConnection, MatchingPairConnection } from './matching-draft.type.js';
import type { MatchingEntryEntity } from './matching-entry.entity.js';
import { MatchingEntry } from './matching-entry.type.js';
import {
  associationsByRound,
  countsByRound,
  ownEntriesByRound,
  stepsByRound,
  type RoundStep,
} from './matching.loader.js';
import type { MatchingPairEntity } from './matching-pair.entity.js';
import { listAssociationPairs } from './matching-pair.service.js';
import { MatchingQuotaInput, OpenMatchingRoundInput } from './matching-round.input.js';
import { MatchingRoundEntity } from './matching-round.entity.js';
import { findEnterableRounds, moveMatchingRound, openMatchingRound, ownRound } from './matching-round.service.js';
import {
  ChangeMatchingAssociationResult,
  ChangeMatchingRoundResult,
  MatchingAssociation,
  MatchingRound,
  MatchingRoundChange,
  MatchingRoundConnection,
} from './matching-round.type.js';

const coordinators = ['coordinator', 'admin'] as const;

const runs = (context: RequestContext, { organizationId }: MatchingRoundEntity) =>
  context.organizationId === organizationId;

@Resolver(() => MatchingRound)
export class MatchingRoundResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => MatchingRoundConnection, {
    nullable: true,
    description:
      'The matching rounds of the viewer’s own organisation, newest first; for its coordinators, officers and systems; null while the service is down.',
  })
  matchingRounds(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingRoundEntity>> {
    const organizationId = context.requireOrganization();
    return findConnection(context.em, MatchingRoundEntity, {
      args,
      where: { organizationId },
      orderBy: [{ id: 'desc' }],
    });
  }

  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => MatchingRound, {
    nullable: true,
    description:
      'A matching round of the viewer’s own organisation; for its coordinators, officers and systems; null while the service is down.',
  })
  matchingRound(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The round’s id.' }) id: string,
  ): Promise<MatchingRoundEntity> {
    return ownRound(context.em, { id, organizationId: context.requireOrganization() });
  }

  @Allow(anyone)
  @Query(() => MatchingRoundConnection, {
    nullable: true,
    description:
      'The matching rounds that people may enter today, and those in which the viewer or their association takes part, newest first; null while the service is down.',
  })
  openMatchingRounds(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingRoundEntity>> {
    return findEnterableRounds(context, args);
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingRoundResult, {
    description: 'Opens a matching round of the viewer’s own organisation.',
  })
  openMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenMatchingRoundInput, { description: 'Its name and its days.' })
    input: OpenMatchingRoundInput,
  ): Promise<MatchingRoundEntity | Problem> {
    return asResult(() => openMatchingRound(context, input));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingRoundResult, {
    description: 'Lets nobody enter a round any more, so that pairs can be drafted.',
  })
  closeMatchingEntries(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) id: string,
  ): Promise<MatchingRoundEntity | Problem> {
    return asResult(() => moveMatchingRound(context, { id, to: 'draft' }));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingRoundResult, {
    description: 'Lets people enter a round again that is being drafted, until its last day.',
  })
  reopenMatchingEntries(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) id: string,
  ): Promise<MatchingRoundEntity | Problem> {
    return asResult(() => moveMatchingRound(context, { id, to: 'open' }));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingRoundResult, {
    description: 'Calls a round off that has not been published; it cannot be taken back.',
  })
  cancelMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) id: string,
  ): Promise<MatchingRoundEntity | Problem> {
    return asResult(() => moveMatchingRound(context, { id, to: 'cancelled' }));
  }

  @Allow(writeScope, organization('officer', ...coordinators))
  @Mutation(() => ChangeMatchingAssociationResult, {
    description: 'Lets the viewer’s own association take part in a round: its people can enter from then on.',
  })
  takePartInMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) roundId: string,
  ): Promise<MatchingAssociationEntity | Problem> {
    return asResult(() => takePart(context, { roundId, leaves: false }));
  }

  @Allow(writeScope, organization('officer', ...coordinators))
  @Mutation(() => ChangeMatchingAssociationResult, {
    description: 'Lets the viewer’s own association leave a round that has not been published, with all of its people.',
  })
  withdrawFromMatchingRound(
    @Ctx() context: RequestContext,
    @Arg('roundId', () => ID, { description: 'The round’s id.' }) roundId: string,
  ): Promise<MatchingAssociationEntity | Problem> {
    return asResult(() => takePart(context, { roundId, leaves: true }));
  }

  @Allow(writeScope, organization(...coordinators))
  @Mutation(() => ChangeMatchingAssociationResult, {
    description: 'Bounds how many people of an association a round of the viewer’s own organisation matches.',
  })
  boundMatchingAssociation(
    @Ctx() context: RequestContext,
    @Arg('input', () => MatchingQuotaInput, { description: 'The round, the association and the bounds.' })
    input: MatchingQuotaInput,
  ): Promise<MatchingAssociationEntity | Problem> {
    return asResult(() => boundAssociation(context, input));
  }

  @FieldResolver(() => [MatchingAssociation], {
    description:
      'The associations that take part or did, at most 300: all for whoever runs the round, for an association its own.',
  })
  associations(
    @Root() { id }: MatchingRoundEntity,
    @Ctx() context: RequestContext,
  ): Promise<MatchingAssociationEntity[]> {
    return associationsByRound.load(context, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many entries of the round’s own look for a mentor; null for anyone but who runs it.',
  })
  async menteeEntries(@Root() round: MatchingRoundEntity, @Ctx() context: RequestContext): Promise<number | null> {
    return runs(context, round) ? (await countsByRound.load(context, round.id)).mentee : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many entries of the round’s own take mentees; null for anyone but who runs it.',
  })
  async mentorEntries(@Root() round: MatchingRoundEntity, @Ctx() context: RequestContext): Promise<number | null> {
    return runs(context, round) ? (await countsByRound.load(context, round.id)).mentor : null;
  }

  @FieldResolver(() => [MatchingEntry], {
    description: 'The viewer’s own entries, at most 2: as mentee and as mentor.',
  })
  myEntries(@Root() { id }: MatchingRoundEntity, @Ctx() context: RequestContext): Promise<MatchingEntryEntity[]> {
    return ownEntriesByRound.load(context, id);
  }

  @FieldResolver(() => [MatchingRoundChange], {
    description: 'What the round came to and when, the first first, at most 100; empty for anyone but who runs it.',
  })
  history(@Root() { id }: MatchingRoundEntity, @Ctx() context: RequestContext): Promise<RoundStep[]> {
    return stepsByRound.load(context, id);
  }

  @FieldResolver(() => MatchingDraftConnection, {
    nullable: true,
    description: 'The drafts of the round, newest first; null for anyone but who runs it.',
  })
  drafts(
    @Root() round: MatchingRoundEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingDraftEntity>> | null {
    if (!runs(context, round)) return null;
    return findConnection(context.em, MatchingDraftEntity, {
      args,
      where: { roundId: round.id },
      orderBy: [{ id: 'desc' }],
    });
  }

  @FieldResolver(() => MatchingPairConnection, {
    nullable: true,
    description:
      'The pairs of the published round in which one of the two is of the viewer’s own association; null for who acts for no organisation.',
  })
  associationPairs(
    @Root() { id }: MatchingRoundEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MatchingPairEntity>> | null {
    const { organizationId } = context;
    return organizationId === null ? null : listAssociationPairs(context, args, { roundId: id, organizationId });
  }
}
