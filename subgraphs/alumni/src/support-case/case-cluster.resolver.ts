import { ConnectionArgs, findConnection, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { CaseClusterEntity, CaseOutlineEntity } from './case-cluster.entity.js';
import { CreateCaseClusterInput } from './official-meeting.input.js';
import { createCluster, moveCase } from './official-meeting.service.js';
import {
  CaseCluster,
  CaseClusterConnection,
  CaseClusterResult,
  CaseOutline,
  CaseOutlineConnection,
} from './official-meeting.type.js';
import { supportCaseStatuses, troubles, type Trouble } from './support-case.entity.js';

const platform = organization('officer', 'coordinator', 'admin');

@Resolver(() => CaseOutline)
export class CaseOutlineResolver {
  @FieldResolver(() => Country, { nullable: true, description: 'Where it is; null while the registry is down.' })
  country(@Root() { countryCode }: CaseOutlineEntity): Country {
    return { code: countryCode };
  }

  @Allow(platform)
  @Query(() => CaseOutlineConnection, {
    nullable: true,
    description:
      'The open cases of all associations without their people and words, for officers of the platform, who make clusters of them; empty for others. Null while the service is down.',
  })
  caseOutlines(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('trouble', () => troubles, { nullable: true, description: 'Only cases about this; all if unset.' })
    trouble: Trouble | null,
  ): Promise<Connection<CaseOutlineEntity>> {
    const where = { status: { $ne: supportCaseStatuses.CLOSED }, ...(trouble && { trouble }) };
    return findConnection(context.em, CaseOutlineEntity, { args, where, orderBy: [{ id: 'desc' }] });
  }
}

@Resolver(() => CaseCluster)
export class CaseClusterResolver {
  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country of all of them; null if they are of several, and while the registry is down.',
  })
  country(@Root() { countryCode }: CaseClusterEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is of enough different people to stand on an agenda, five unless it says otherwise.',
  })
  isLargeEnough(@Root() { people, smallest }: CaseClusterEntity): boolean {
    return people >= smallest;
  }

  @Allow(platform)
  @Query(() => CaseClusterConnection, {
    nullable: true,
    description: 'The clusters of the platform, the newest first; for its officers. Null while the service is down.',
  })
  caseClusters(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<CaseClusterEntity>> {
    const where = { organizationId: context.requireOrganization() };
    return findConnection(context.em, CaseClusterEntity, { args, where, orderBy: [{ id: 'desc' }] });
  }

  @Allow(writeScope, platform)
  @Mutation(() => CaseClusterResult, {
    description: 'Makes a cluster of cases of one kind; for officers of the platform.',
  })
  createCaseCluster(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateCaseClusterInput, { description: 'The cluster.' }) input: CreateCaseClusterInput,
  ): Promise<CaseClusterEntity | Problem> {
    return asResult(() => createCluster(context, input));
  }

  @Allow(writeScope, platform)
  @Mutation(() => CaseClusterResult, { description: 'Puts a case of its kind into a cluster.' })
  addToCaseCluster(
    @Ctx() context: RequestContext,
    @Arg('clusterId', () => ID, { description: 'The cluster’s id.' }) clusterId: string,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<CaseClusterEntity | Problem> {
    return asResult(() => moveCase(context, { clusterId, caseId, isIn: true }));
  }

  @Allow(writeScope, platform)
  @Mutation(() => CaseClusterResult, {
    description: 'Takes a case out of a cluster; refused when too few people would be left on an agenda.',
  })
  removeFromCaseCluster(
    @Ctx() context: RequestContext,
    @Arg('clusterId', () => ID, { description: 'The cluster’s id.' }) clusterId: string,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<CaseClusterEntity | Problem> {
    return asResult(() => moveCase(context, { clusterId, caseId, isIn: false }));
  }
}
