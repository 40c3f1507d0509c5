import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { GovernanceBodyEntity } from './governance-body.entity.js';
import { GovernanceBody, GovernanceBodyConnection } from './governance-body.type.js';

@Resolver(() => GovernanceBody)
export class GovernanceBodyResolver {
  @Allow(anyone)
  @Query(() => GovernanceBodyConnection, {
    nullable: true,
    description: 'The bodies that govern the platform; null while the service is down.',
  })
  governanceBodies(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<GovernanceBodyEntity>> {
    return findConnection(context.em, GovernanceBodyEntity, { args, orderBy: [{ id: 'asc' }] });
  }
}
