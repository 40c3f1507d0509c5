import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { MissionEntity } from './mission.entity.js';
import { Mission, MissionConnection } from './mission.type.js';

@Resolver(() => Mission)
export class MissionResolver {
  @Allow(anyone)
  @Query(() => MissionConnection, {
    nullable: true,
    description: 'The diplomatic missions that help students abroad; null while the service is down.',
  })
  missions(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('countryCode', () => CountryCodeScalar, {
      nullable: true,
      description: 'Only those in this country; all if unset.',
    })
    countryCode: string | null,
  ): Promise<Connection<MissionEntity>> {
    return findConnection(context.em, MissionEntity, {
      args,
      where: countryCode == null ? {} : { countryCode },
      orderBy: [{ id: 'asc' }],
    });
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country that it is in; null while the registry is down.',
  })
  country(@Root() mission: MissionEntity): Country {
    return { code: mission.countryCode };
  }
}
