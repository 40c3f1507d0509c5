import { catalogue, type Catalogue } from './catalogue.js';
import { listCountries, type DemoCountry } from './countries.js';
import { seedFacts, type SeedFacts } from './facts/seed-facts.js';
import { organizationNamed, organizations, type DemoOrganization } from './organizations.js';
import { createPerson } from './person/create-person.js';
import { family, type FamilyMember } from './person/family.js';
import { blockSize } from './person/slot.js';
import type { DemoPerson } from './person/demo-person.js';
import { dayOf, demoPeriod } from './period.js';
import { personas, type Persona } from './personas.js';

export type { Catalogue } from './catalogue.js';
export type { DemoCountry } from './countries.js';
export { seedSources, type NamedFact, type SeedFact, type SeedSource, type SpeakerFact } from './facts/seed-fact.js';
export type { SeedFacts } from './facts/seed-facts.js';
export { generated, stated, type RowSource } from './facts/stated.js';
export { id, idAt } from './identifier.js';
export type { LocalizedText } from './localized-text.js';
export type { FullName, NameSpellings, Sex } from './names/compose-name.js';
export type { Script } from './names/spelling.js';
export { organizationKinds, type OrganizationKind, type DemoOrganization } from './organizations.js';
export type * from './person/demo-person.js';
export type { FamilyMember } from './person/family.js';
export type { Persona, PersonaRole, PersonaScope } from './personas.js';
export { random, type Random } from './random.js';

/** Deterministic demo data: two of the same scale are equal, on every machine. */
export interface DemoData {
  readonly scale: number;
  /** The present day of the demo data; nothing in it has happened later. */
  readonly today: string;
  /** All countries and areas of ISO 3166-1. */
  readonly countries: readonly DemoCountry[];
  readonly organizations: readonly DemoOrganization[];
  /** The organisation of that key. Throws for an unknown one. */
  organization(key: string): DemoOrganization;
  readonly personas: readonly Persona[];
  /** A minor and who decides for them, beside the persons. */
  readonly family: Readonly<Record<'guardian' | 'ward', FamilyMember>>;
  /** What the source documents state; everything else in the demo data is generated. */
  readonly facts: SeedFacts;
  /** The lists that persons refer to by index or key. */
  readonly catalogue: Catalogue;
  readonly personCount: number;
  /** The person of that index, whatever was asked before. Throws RangeError outside 0 to `personCount` - 1. */
  person(index: number): DemoPerson;
  /** All persons in the order of their index; holds no more than one at a time. */
  persons(): Generator<DemoPerson>;
}

/** Persons at scale 1. */
const basePersonCount = 10_000;
const largestScale = 1000;

/**
 * The demo data. Scale 1 has 10,000 persons, of whom 4,000 are ASAN volunteers; other scales multiply all numbers of
 * persons and keep those persons that a smaller scale has. Throws RangeError unless the scale is a multiple of 0.1
 * from 0.1 to 1000.
 *
 * @default scale 1
 */
export function createDemoData({ scale = 1 }: { scale?: number } = {}): DemoData {
  const blocks = Math.round((scale * basePersonCount) / blockSize);
  const whole = Math.abs(blocks - (scale * basePersonCount) / blockSize) < 1e-6;
  if (!whole || blocks < 1 || scale > largestScale) {
    throw new RangeError(`The scale must be a multiple of 0.1 from 0.1 to ${largestScale}, but it is ${scale}.`);
  }
  const personCount = blocks * blockSize;
  return {
    scale,
    today: dayOf(demoPeriod.end),
    countries: listCountries(),
    organizations,
    organization: organizationNamed,
    personas,
    family,
    facts: seedFacts,
    catalogue,
    personCount,
    person(index) {
      if (!Number.isInteger(index) || index < 0 || index >= personCount) {
        throw new RangeError(`The demo data has persons 0 to ${personCount - 1}, but ${index} was asked for.`);
      }
      return createPerson(index);
    },
    *persons() {
      for (let index = 0; index < personCount; index++) yield createPerson(index);
    },
  };
}
