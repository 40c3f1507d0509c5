import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CountryEntity } from '../../reference/country/country.entity.js';
import { countryByCode } from '../../reference/country/country.loader.js';
import { Country } from '../../reference/country/country.type.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { Contact, EmergencyContact } from './volunteer.type.js';

@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => Country, { nullable: true, description: 'The home country; null if it is not known.' })
  country(@Root() contact: VolunteerEntity, @Ctx() context: RequestContext): Promise<CountryEntity | null> | null {
    return contact.homeCountry ? countryByCode.load(context, contact.homeCountry) : null;
  }

  @FieldResolver(() => EmergencyContact, {
    nullable: true,
    description: 'Who is called when something happens to the person; null if they named nobody.',
  })
  emergencyContact(@Root() { emergencyName: name, emergencyPhone: phone }: VolunteerEntity): EmergencyContact | null {
    return name == null || phone == null ? null : { name, phone };
  }
}
