import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Cooperation } from '../cooperation/cooperation.type.js';
import { Country } from './country.type.js';

@Resolver(() => Country)
export class CountryResolver {
  @FieldResolver(() => Cooperation, {
    nullable: true,
    description: 'What the country does with others in the center, empty for most; null while its service is down.',
  })
  cooperation(@Root() country: Country): Cooperation {
    return { code: country.code };
  }
}
