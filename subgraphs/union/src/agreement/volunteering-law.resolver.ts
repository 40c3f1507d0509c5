import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { VolunteeringLawEntity } from './volunteering-law.entity.js';
import { VolunteeringLaw, VolunteeringLawConnection } from './volunteering-law.type.js';

@Resolver(() => VolunteeringLaw)
export class VolunteeringLawResolver {
  @Allow(anyone)
  @Query(() => VolunteeringLawConnection, {
    nullable: true,
    description: 'The laws that regulate volunteering; null while the service is down.',
  })
  volunteeringLaws(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<VolunteeringLawEntity>> {
    return findConnection(context.em, VolunteeringLawEntity, { args, orderBy: [{ id: 'asc' }] });
  }
}
