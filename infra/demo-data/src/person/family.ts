import { cityNamed } from '../cities.js';
import { idAt } from '../identifier.js';
import { azerbaijaniNames } from '../names/azerbaijani-names.js';
import { composeName, type FullName, type NameSpellings } from '../names/compose-name.js';
import { demoPeriod } from '../period.js';
import { random } from '../random.js';
import type { DemoPerson } from './demo-person.js';

/** Somebody beside the numbered people: nobody but the registry has anything of them, and they belong nowhere. */
export type FamilyMember = FullName &
  Pick<DemoPerson, 'id' | 'birthDate' | 'email' | 'phone' | 'city' | 'homeCountry' | 'registeredAt'>;

const home = cityNamed('Mingəçevir');
const guardianNames = namesOf('guardian');

function namesOf(key: string): NameSpellings {
  return composeName(azerbaijaniNames, 'F', random('family', key));
}

function relative(key: 'guardian' | 'ward', place: number, age: number): FamilyMember {
  const { az, latin } = namesOf(key);
  return {
    id: idAt(demoPeriod.lastRegistration + place, 'family', key),
    ...az,
    familyName: guardianNames.az.familyName,
    // In the year in which the demo is loaded: with a year of birth of their own a minor would be of age one day.
    birthDate: `${new Date().getUTCFullYear() - age}-01-15`,
    email: `${latin.givenName}.${guardianNames.latin.familyName}.${key}@example.org`.toLowerCase(),
    // As those of the numbered people it belongs to nobody, since no area code begins with 0; and to none of those people.
    phone: `+99401000000${place}`,
    city: home.name,
    homeCountry: home.countryCode,
    registeredAt: new Date(demoPeriod.lastRegistration).toISOString(),
  };
}

/** A mother and her daughter of fifteen. */
export const family = {
  guardian: relative('guardian', 0, 43),
  ward: relative('ward', 1, 15),
} as const;
