import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { Organization } from '../organization/organization.type.js';
import type { ChairTermHolderEntity } from './chair-term-holder.entity.js';
import { ChairTermHolder } from './chair-term-holder.type.js';

@Resolver(() => ChairTermHolder)
export class ChairTermHolderResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that chairs; null while the registry is down.',
  })
  organization(@Root() holder: ChairTermHolderEntity): Organization {
    return { id: holder.holderOrganizationId };
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country for which it chairs; null while the registry is down.',
  })
  country(@Root() holder: ChairTermHolderEntity): Country {
    return { code: holder.countryCode };
  }
}
