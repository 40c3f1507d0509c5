import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { AssociationEntity } from './association.entity.js';
import { AlumniAssociation, AlumniAssociationConnection } from './association.type.js';

@Resolver(() => AlumniAssociation)
export class AssociationResolver {
  @Allow(anyone)
  @Query(() => AlumniAssociationConnection, {
    nullable: true,
    description: 'The associations of the platform; null while the service is down.',
  })
  alumniAssociations(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('countryCode', () => CountryCodeScalar, {
      nullable: true,
      description: 'Only those whose people study or studied in this country; all if unset.',
    })
    countryCode: string | null,
  ): Promise<Connection<AssociationEntity>> {
    return findConnection(context.em, AssociationEntity, {
      args,
      where: countryCode == null ? {} : { countryCodes: { $contains: [countryCode] } },
      orderBy: [{ id: 'asc' }],
    });
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description:
      'The country in which its people study or studied; null if there are several, which `countries` has, and while the registry is down.',
  })
  country(@Root() { countryCodes }: AssociationEntity): Country | null {
    const [code, ...others] = countryCodes;
    return code !== undefined && others.length === 0 ? { code } : null;
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description:
      'The countries in which its people study or studied, at most 300; empty if not known, null while the registry is down.',
  })
  countries(@Root() { countryCodes }: AssociationEntity): Country[] {
    return countryCodes.map((code) => ({ code }));
  }
}
