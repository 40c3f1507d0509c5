import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { ChairTermHolderEntity } from './chair-term-holder.entity.js';
import { ChairTermHolder } from './chair-term-holder.type.js';

@Resolver(() => ChairTermHolder)
export class ChairTermHolderResolver {
  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country for which it chairs; null while the registry is down.',
  })
  country(@Root() holder: ChairTermHolderEntity): Country {
    return { code: holder.countryCode };
  }
}
