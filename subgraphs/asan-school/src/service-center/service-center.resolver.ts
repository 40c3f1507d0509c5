import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { ServiceCenterEntity } from './service-center.entity.js';
import { listServiceCenters } from './service-center.service.js';
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
    return listServiceCenters(context, args);
  }

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() center: ServiceCenterEntity, @Ctx() context: RequestContext): string {
    return context.localize(center.name);
  }

  @FieldResolver(() => String, { description: 'The city in which it stands, in the caller’s language.' })
  city(@Root() center: ServiceCenterEntity, @Ctx() context: RequestContext): string {
    return context.localize(center.city);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The agency that runs it; null while the registry is down.',
  })
  organization(@Root() center: ServiceCenterEntity): Organization {
    return { id: center.organizationId };
  }
}
