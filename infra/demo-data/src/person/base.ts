import { cities, type City } from '../cities.js';
import { idAt } from '../identifier.js';
import { azerbaijaniNames } from '../names/azerbaijani-names.js';
import { composeName, type NameSpellings, type Sex } from '../names/compose-name.js';
import { neighbourNames } from '../names/neighbour-names.js';
import type { Script } from '../names/spelling.js';
import { demoPeriod } from '../period.js';
import { random, type Random } from '../random.js';
import { nationalNumberOf } from './national-number.js';
import { blockSize, fixedPersonCount, type Slot } from './slot.js';

/** What everything else about a person builds on. */
export interface PersonBase {
  readonly index: number;
  /** Sorts by registration; the fixed persons sort first, so that the first page of a list shows many records. */
  readonly id: string;
  readonly sex: Sex;
  readonly spellings: NameSpellings;
  readonly script: Script;
  readonly birthYear: number;
  readonly birthDate: string;
  readonly nationalNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly home: City;
  readonly homeCountry: string;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
}

/** The fixed persons are of one age and registered in the same hours, so that their fixed records suit them. */
const fixedRegistration = Date.UTC(2023, 8, 18, 8);
const fixedBirthYear = 2001;

/** Applicants were at least seventeen when the creative campaign was launched. */
const latestApplicantBirthYear = 2004;

type ForeignCountry = keyof typeof neighbourNames;

const foreignCountries: readonly (readonly [ForeignCountry, number])[] = [
  ['KZ', 35],
  ['UZ', 20],
  ['TR', 20],
  ['KG', 15],
  ['TJ', 10],
];

const scriptsAtHome: readonly (readonly [Script, number])[] = [
  ['az', 72],
  ['ru', 14],
  ['latin', 14],
];
const scriptsAbroad: readonly (readonly [Script, number])[] = [
  ['ru', 60],
  ['latin', 40],
];

export function baseOf(index: number, slot: Slot): PersonBase {
  const stream = random('person', index);
  const registeredAt = registrationOf(index, stream);
  const homeCountry = slot.foreign ? stream.weighted(foreignCountries) : 'AZ';
  const sex: Sex = stream.chance(0.56) ? 'F' : 'M';
  const names = homeCountry === 'AZ' ? azerbaijaniNames : neighbourNames[homeCountry];
  const spellings = composeName(names, sex, stream);
  const script = scriptOf(index, homeCountry, stream);
  const birthYear = birthYearOf(index, slot, registeredAt, stream);
  return {
    index,
    id: idAt(index < fixedPersonCount ? demoPeriod.start + index : registeredAt, 'person', index),
    sex,
    spellings,
    script,
    birthYear,
    birthDate: `${birthYear}-${twoDigits(stream.int(1, 12))}-${twoDigits(stream.int(1, 28))}`,
    nationalNumber: nationalNumberOf(index),
    email: emailOf(index, spellings),
    phone: phoneOf(index),
    home: homeOf(homeCountry, slot, stream),
    homeCountry,
    registeredAt,
  };
}

/** Every block spreads over the whole period, so that demo data of any scale does. */
function registrationOf(index: number, stream: Random): number {
  const position = (index % blockSize) + stream.next();
  if (index < fixedPersonCount) return fixedRegistration + Math.floor(position * 3_600_000);
  const span = demoPeriod.lastRegistration - demoPeriod.start;
  return demoPeriod.start + Math.floor((span * position) / blockSize);
}

function scriptOf(index: number, homeCountry: string, stream: Random): Script {
  if (index < 2) return 'az';
  if (homeCountry === 'TR') return 'latin';
  return stream.weighted(homeCountry === 'AZ' ? scriptsAtHome : scriptsAbroad);
}

function birthYearOf(index: number, slot: Slot, registeredAt: number, stream: Random): number {
  if (index < fixedPersonCount) return fixedBirthYear;
  const drawn = new Date(registeredAt).getUTCFullYear() - stream.int(19, 28);
  return slot.creative === null ? drawn : Math.min(drawn, latestApplicantBirthYear);
}

const citiesByRegion = {
  any: cities.map((city) => [city, city.weight] as const),
  capital: cities.map((city) => [city, city.region === 'capital' ? city.weight : 0] as const),
  region: cities.map((city) => [city, city.region === 'region' ? city.weight : 0] as const),
};

function homeOf(homeCountry: string, slot: Slot, stream: Random): City {
  return stream.weighted(citiesByRegion[slot.region ?? 'any'].filter(([city]) => city.countryCode === homeCountry));
}

/** The index keeps addresses apart; example.org takes no mail. */
function emailOf(index: number, spellings: NameSpellings): string {
  const { givenName, familyName } = spellings.latin;
  return `${givenName}.${familyName}.${index.toString(36)}@example.org`.toLowerCase();
}

/** No Azerbaijani area code begins with 0, so that the number can belong to nobody. */
function phoneOf(index: number): string {
  return `+99400${String(index).padStart(7, '0')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
