import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Allow, writeScope } from '@birlik/trust/allow';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { probabilityOfPair } from '@birlik/linkage/weigh-pairs';
import { office } from '../../membership/organization/authority.service.js';
import {
  decideLinkageReview,
  mergePersons,
  unmergeRecord,
  withdrawLinkageDecision,
} from './clerical-decision.service.js';
import { linkageRecordById, type LinkageRecordRow } from './linkage-record.loader.js';
import type { ClericalDecisionEntity } from './clerical-decision.entity.js';
import type { LinkageReviewEntity } from './linkage-review.entity.js';
import { listLinkageReviews } from './linkage-review.service.js';
import {
  DecideLinkageReviewResult,
  LinkageEvidence,
  LinkageRecord,
  LinkageReview,
  LinkageReviewConnection,
  type LinkageVerdict,
  linkageVerdicts,
  MergePersonsResult,
  UnmergeRecordResult,
  WithdrawLinkageDecisionResult,
} from './linkage-review.type.js';
import { maskedValue } from './masked-value.rule.js';

@Resolver(() => LinkageReview)
export class LinkageReviewResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => LinkageReviewConnection, {
    nullable: true,
    description:
      'The pairs of records on which the office has to decide, the strongest first; for its officers only. That they looked is recorded. Null while the service is down.',
  })
  linkageReviews(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<LinkageReviewEntity>> {
    return listLinkageReviews(context, args);
  }

  @Allow(writeScope, office('officer', 'admin'))
  @Mutation(() => DecideLinkageReviewResult, {
    description: 'Decides on a pair of records; for the office’s officers.',
  })
  decideLinkageReview(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The question’s id.' }) id: string,
    @Arg('verdict', () => linkageVerdicts, { description: 'Whether the two records are one person.' })
    verdict: LinkageVerdict,
  ): Promise<ClericalDecisionEntity | Problem> {
    return asResult(() => decideLinkageReview(context, { id, verdict }));
  }

  @Allow(writeScope, office('officer', 'admin'))
  @Mutation(() => MergePersonsResult, {
    description:
      'Finds two people to be one; for the office’s officers. The id of the older volunteer stays, and the other id still leads to it here. No consent, grant or data of another member moves.',
  })
  mergePersons(
    @Ctx() context: RequestContext,
    @Arg('one', () => ID, { description: 'The id of one person.' }) one: string,
    @Arg('other', () => ID, { description: 'The id of the other.' }) other: string,
  ): Promise<ClericalDecisionEntity | Problem> {
    return asResult(() => mergePersons(context, one, other));
  }

  @Allow(writeScope, office('officer', 'admin'))
  @Mutation(() => UnmergeRecordResult, {
    description:
      'Takes a record out of its person; for the office’s officers. A decision that holds it there is withdrawn, and everything is as before that decision.',
  })
  unmergeRecord(
    @Ctx() context: RequestContext,
    @Arg('recordId', () => ID, { description: 'The record’s id.' }) recordId: string,
  ): Promise<ClericalDecisionEntity | Problem> {
    return asResult(() => unmergeRecord(context, recordId));
  }

  @Allow(writeScope, office('officer', 'admin'))
  @Mutation(() => WithdrawLinkageDecisionResult, {
    description:
      'Takes a decision back, so that everything is as if it had never been made; for the office’s officers.',
  })
  withdrawLinkageDecision(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The decision’s id.' }) id: string,
  ): Promise<ClericalDecisionEntity | Problem> {
    return asResult(() => withdrawLinkageDecision(context, id));
  }

  @FieldResolver(() => Float, {
    description:
      'How likely it is that they agree not by chance alone, from 0 to 1; a relative or a namesake may agree as far as one person.',
  })
  probability(@Root() review: LinkageReviewEntity): number {
    return probabilityOfPair(review.weight);
  }

  @FieldResolver(() => LinkageRecord, { nullable: true, description: 'One record; null while the service is down.' })
  left(@Root() review: LinkageReviewEntity, @Ctx() context: RequestContext): Promise<LinkageRecordRow | null> {
    return linkageRecordById.load(context, review.leftId);
  }

  @FieldResolver(() => LinkageRecord, { nullable: true, description: 'The other; null while the service is down.' })
  right(@Root() review: LinkageReviewEntity, @Ctx() context: RequestContext): Promise<LinkageRecordRow | null> {
    return linkageRecordById.load(context, review.rightId);
  }

  @FieldResolver(() => [LinkageEvidence], { description: 'What each value says, at most 6.' })
  async fields(@Root() review: LinkageReviewEntity, @Ctx() context: RequestContext): Promise<LinkageEvidence[]> {
    const [left, right] = await Promise.all([
      linkageRecordById.load(context, review.leftId),
      linkageRecordById.load(context, review.rightId),
    ]);
    return review.fields.map(({ field, level, weight }) => ({
      field,
      level,
      weight,
      left: maskedValue(field, left?.[field] ?? null),
      right: maskedValue(field, right?.[field] ?? null),
    }));
  }
}
