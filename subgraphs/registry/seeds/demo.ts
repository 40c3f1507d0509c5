import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createWorld, id, type World } from '@birlik/world';
import { purposes } from './purposes.js';

const dayMs = 86_400_000;

function* volunteers(world: World): Generator<readonly Cell[]> {
  const office = world.organization('registry-office').id;
  for (const person of world.persons()) {
    yield [
      person.id,
      office,
      person.givenName,
      person.familyName,
      person.patronymic,
      person.birthDate,
      person.email,
      person.phone,
      { ...person.city },
      person.homeCountry,
      person.registeredAt,
    ];
  }
}

function* affiliations(world: World): Generator<readonly Cell[]> {
  for (const person of world.persons()) {
    for (const [index, { organizationId, role, since, until }] of person.affiliations.entries()) {
      yield [id('affiliation', person.index, index), organizationId, person.id, role, since, until];
    }
  }
}

/** Consents run from the day on which the world is loaded, so that those with an end are live in a fresh demo. */
function* consents(world: World): Generator<readonly Cell[]> {
  const now = Date.now();
  for (const person of world.persons()) {
    for (const [index, consent] of person.consents.entries()) {
      const recipient = consent.recipientKey === null ? null : world.organization(consent.recipientKey).id;
      yield [
        id('consent', person.index, index),
        person.id,
        recipient,
        consent.purpose,
        consent.category,
        new Date(now - dayMs),
        consent.expiresInDays === null ? null : new Date(now + consent.expiresInDays * dayMs),
        consent.withdrawn ? new Date(now) : null,
      ];
    }
  }
}

/** Loads countries, purposes, organisations, people, their ties and their consents. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const world = createWorld({ scale });
  await copy(
    'country',
    ['code', 'name'],
    world.countries.map(({ code, name }) => [code, { ...name }]),
  );
  await copy(
    'purpose',
    ['code', 'name', 'legal_text', 'disclosure_delay_days'],
    purposes.map(({ code, name, legalText, disclosureDelayDays = null }) => [
      code,
      { ...name },
      { ...legalText },
      disclosureDelayDays,
    ]),
  );
  await copy(
    'organization',
    ['id', 'kind', 'name', 'country_code', 'city', 'accredited_at', 'officers_listed'],
    world.organizations.map(({ id: organizationId, kind, name, countryCode, city }) => [
      organizationId,
      kind,
      { ...name },
      countryCode,
      { ...city },
      new Date(0),
      // Whoever may sign in to the demo's identity provider can be everybody.
      false,
    ]),
  );
  await copy(
    'volunteer',
    [
      'id',
      'organization_id',
      'given_name',
      'family_name',
      'patronymic',
      'birth_date',
      'email',
      'phone',
      'city',
      'home_country',
      'registered_at',
    ],
    volunteers(world),
    world.personCount,
  );
  await copy(
    'affiliation',
    ['id', 'organization_id', 'volunteer_id', 'role', 'since', 'until'],
    affiliations(world),
    world.personCount * 2,
  );
  await copy(
    'consent',
    [
      'id',
      'volunteer_id',
      'recipient_organization_id',
      'purpose',
      'category',
      'given_at',
      'expires_at',
      'withdrawn_at',
    ],
    consents(world),
    world.personCount,
  );
}
