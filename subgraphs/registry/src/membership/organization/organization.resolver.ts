import { Allow, anyone } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CountryEntity } from '../../reference/country/country.entity.js';
import { countryByCode } from '../../reference/country/country.loader.js';
import { Country } from '../../reference/country/country.type.js';
import { OrganizationFilter } from './organization.input.js';
import type { OrganizationEntity } from './organization.entity.js';
import { isUmbrellaByKind, organizationById } from './organization.loader.js';
import { listOrganizations } from './organization.service.js';
import { Organization, OrganizationConnection } from './organization.type.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Allow(anyone)
  @Query(() => OrganizationConnection, {
    nullable: true,
    description:
      'The organisations of the federation by name, as the caller’s language sorts it: a cursor holds for that language alone. Null while the service is down.',
  })
  organizations(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Args(() => OrganizationFilter) filter: OrganizationFilter,
  ): Promise<Connection<OrganizationEntity>> {
    return listOrganizations(context, args, filter);
  }

  @Allow(anyone)
  @Query(() => Organization, {
    nullable: true,
    description: 'An organisation by id; null for an id that none has and while the service is down.',
  })
  organization(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, { description: 'The organisation’s id in the federation.' })
    id: string,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, id);
  }

  @FieldResolver(() => Country, { nullable: true, description: 'The country of the seat; null if it is not known.' })
  async country(
    @Root() { countryCode }: OrganizationEntity,
    @Ctx() context: RequestContext,
  ): Promise<CountryEntity | null> {
    return countryCode ? countryByCode.load(context, countryCode) : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it may read shared data now: accredited and not suspended; null while the registry is down.',
  })
  accredited(@Root() organization: OrganizationEntity): boolean {
    return organization.accreditedAt !== null && organization.suspendedAt === null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether its kind stands for others: it can hold mandates and open emergencies; null while the registry is down.',
  })
  umbrella(@Root() { kind }: OrganizationEntity, @Ctx() context: RequestContext): Promise<boolean> {
    return isUmbrellaByKind.load(context, kind);
  }
}
