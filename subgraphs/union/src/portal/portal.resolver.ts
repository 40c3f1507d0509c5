import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { PortalEntity } from './portal.entity.js';
import { Portal, PortalConnection } from './portal.type.js';

@Resolver(() => Portal)
export class PortalResolver {
  @Allow(anyone)
  @Query(() => PortalConnection, {
    nullable: true,
    description: 'The portals and apps in which opportunities are published; null while the service is down.',
  })
  opportunityPortals(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<PortalEntity>> {
    return findConnection(context.em, PortalEntity, { args, orderBy: [{ id: 'asc' }] });
  }
}
