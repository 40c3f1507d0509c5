import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { MissionEntity } from './mission.entity.js';
import { ChangeMissionInput } from './mission.input.js';
import { changeMission, listMissions } from './mission.service.js';
import { Mission, MissionConnection, MissionResult } from './mission.type.js';

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
      description: 'Only those that help people in this country; all if unset.',
    })
    countryCode: string | null,
  ): Promise<Connection<MissionEntity>> {
    return listMissions(context, args, countryCode ?? null);
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => MissionResult, {
    description: 'Says anew what people are told of a mission of the viewer’s organisation.',
  })
  changeMission(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeMissionInput, { description: 'What people are told.' }) input: ChangeMissionInput,
  ): Promise<MissionEntity | Problem> {
    return asResult(() => changeMission(context, input));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country that it is in; null while the registry is down.',
  })
  country(@Root() mission: MissionEntity): Country {
    return { code: mission.countryCode };
  }
}
