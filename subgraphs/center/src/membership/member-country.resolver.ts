import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { MemberCountryEntity } from './member-country.entity.js';
import { listMemberCountries } from './member-country.service.js';
import { MemberCountry, MemberCountryConnection } from './member-country.type.js';

@Resolver(() => MemberCountry)
export class MemberCountryResolver {
  @Allow(anyone)
  @Query(() => MemberCountryConnection, {
    nullable: true,
    description: 'The member countries of the center in the order of their codes; null while the service is down.',
  })
  memberCountries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MemberCountryEntity>> {
    return listMemberCountries(context, args);
  }

  @FieldResolver(() => Country, { nullable: true, description: 'The country; null while the registry is down.' })
  country(@Root() membership: MemberCountryEntity): Country {
    return { code: membership.countryCode };
  }
}
