import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { HostInstitutionEntity, institutionSectors, type InstitutionSector } from './host-institution.entity.js';
import { HostInstitution, HostInstitutionConnection } from './host-institution.type.js';

@Resolver(() => HostInstitution)
export class HostInstitutionResolver {
  @Allow(anyone)
  @Query(() => HostInstitutionConnection, {
    nullable: true,
    description:
      'The institutions of which a volunteer with Master 1 can choose one for Master 2; null while the service is down.',
  })
  hostInstitutions(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('sector', () => institutionSectors, {
      nullable: true,
      description: 'Only public or only private ones; all if unset.',
    })
    sector: InstitutionSector | null,
  ): Promise<Connection<HostInstitutionEntity>> {
    return findConnection(context.em, HostInstitutionEntity, {
      args,
      where: sector == null ? {} : { sector },
      orderBy: [{ id: 'asc' }],
    });
  }
}
