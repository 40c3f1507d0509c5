import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { PortalEntity } from './portal.entity.js';
import { listPortals } from './portal.service.js';
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
    return listPortals(context, args);
  }

  @FieldResolver(() => String, { description: 'What the portal is for, in the caller’s language.' })
  summary(@Root() portal: PortalEntity, @Ctx() context: RequestContext): string {
    return context.localize(portal.summary);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that runs the portal; null while the registry is down.',
  })
  organization(@Root() portal: PortalEntity): Organization {
    return { id: portal.organizationId };
  }
}
