import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { ServiceCenterEntity } from './service-center.entity.js';
import { ServiceCenter, ServiceCenterConnection } from './service-center.type.js';

@Resolver(() => ServiceCenter)
export class ServiceCenterResolver {
  @Allow(anyone)
  @Query(() => ServiceCenterConnection, {
    nullable: true,
    description: 'The service centers, those that open soon included; null while the service is down.',
  })
  serviceCenters(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ServiceCenterEntity>> {
    return findConnection(context.em, ServiceCenterEntity, { args, orderBy: [{ id: 'asc' }] });
  }
}
