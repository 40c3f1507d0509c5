import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { GovernanceMotionEntity } from './governance-motion.entity.js';
import { CastGovernanceVoteInput, PaperBallotInput, PutGovernanceMotionInput } from './governance-motion.input.js';
import { castVote, moveVote, putMotion, recordPaperBallot } from './governance-motion.service.js';
import { ChangeGovernanceMotionResult, GovernanceMotion, GovernanceVote } from './governance-motion.type.js';
import type { GovernanceVoteEntity } from './governance-vote.entity.js';
import { votesByMotion } from './governance.loader.js';

const keepers = ['officer', 'coordinator', 'admin'] as const;

@Resolver(() => GovernanceMotion)
export class GovernanceMotionResolver {
  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMotionResult, { description: 'Puts a motion before a meeting that is not over.' })
  putGovernanceMotion(
    @Ctx() context: RequestContext,
    @Arg('input', () => PutGovernanceMotionInput, { description: 'The motion.' }) input: PutGovernanceMotionInput,
  ): Promise<GovernanceMotionEntity | Problem> {
    return asResult(() => putMotion(context, input));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMotionResult, { description: 'Opens the vote on a motion of an open meeting.' })
  openGovernanceVote(
    @Ctx() context: RequestContext,
    @Arg('motionId', () => ID, { description: 'The motion’s id.' }) motionId: string,
  ): Promise<GovernanceMotionEntity | Problem> {
    return asResult(() => moveVote(context, { motionId, to: 'open' }));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMotionResult, {
    description: 'Ends the vote on a motion: who is there and the votes are counted, and the outcome stands.',
  })
  closeGovernanceVote(
    @Ctx() context: RequestContext,
    @Arg('motionId', () => ID, { description: 'The motion’s id.' }) motionId: string,
  ): Promise<GovernanceMotionEntity | Problem> {
    return asResult(() => moveVote(context, { motionId, to: 'closed' }));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMotionResult, {
    description: 'Records what a ballot on paper gave, at an open meeting, for a motion on which no vote was opened.',
  })
  recordPaperBallot(
    @Ctx() context: RequestContext,
    @Arg('input', () => PaperBallotInput, { description: 'The motion and the ballots.' }) input: PaperBallotInput,
  ): Promise<GovernanceMotionEntity | Problem> {
    return asResult(() => recordPaperBallot(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ChangeGovernanceMotionResult, {
    description:
      'Casts the viewer’s vote, or that of somebody who gave them a proxy, once, while the vote is open and the viewer is there.',
  })
  castGovernanceVote(
    @Ctx() context: RequestContext,
    @Arg('input', () => CastGovernanceVoteInput, { description: 'The motion and the vote.' })
    input: CastGovernanceVoteInput,
  ): Promise<GovernanceMotionEntity | Problem> {
    return asResult(() => castVote(context, input));
  }

  @FieldResolver(() => [GovernanceVote], {
    description: 'The votes, in the order in which they were cast, at most 300; none of a ballot on paper.',
  })
  votes(@Root() { id }: GovernanceMotionEntity, @Ctx() context: RequestContext): Promise<GovernanceVoteEntity[]> {
    return votesByMotion.load(context, id);
  }
}
