import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { CountryEntity } from './country.entity.js';
import { countryByCode } from './country.loader.js';
import { Country } from './country.type.js';

@Resolver(() => Country)
export class CountryResolver {
  @Allow(anyone)
  @Query(() => [Country], {
    nullable: true,
    description: 'The countries and areas of ISO 3166-1 by code, at most 300; null while the service is down.',
  })
  countries(@Ctx() context: RequestContext): Promise<CountryEntity[]> {
    return context.em.find(CountryEntity, {}, { orderBy: { code: 'asc' } });
  }

  @Allow(anyone)
  @Query(() => Country, {
    nullable: true,
    description: 'A country by code; null for a code that no country has and while the service is down.',
  })
  country(
    @Ctx() context: RequestContext,
    @Arg('code', () => CountryCodeScalar, { description: 'The ISO 3166-1 alpha-2 code.' }) code: string,
  ): Promise<CountryEntity | null> {
    return countryByCode.load(context, code);
  }
}
