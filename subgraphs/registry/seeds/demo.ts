import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, id, type ConsentRecord, type DemoData, type FamilyMember } from '@birlik/demo-data';
import { personModel } from '@birlik/linkage/person-model';
import { storedRow } from '../src/linkage/source-record/accept-records.service.js';
import { purposes } from '@birlik/trust/purpose';
import { loadFamily } from './family.js';
import { searchCardColumns, searchCards } from './search-cards.js';
import { acceptedRecords, acceptedVersions, submittedRecords, waitingSubmissions } from './submitted-records.js';

const dayMs = 86_400_000;

/** All of whom the registry holds something, those who belong nowhere last. */
function* registered(demo: DemoData): Generator<FamilyMember> {
  yield* demo.persons();
  yield demo.family.guardian;
  yield demo.family.ward;
}

function* volunteers(demo: DemoData): Generator<readonly Cell[]> {
  const office = demo.organization('registry-office').id;
  for (const person of registered(demo)) {
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

function* affiliations(demo: DemoData): Generator<readonly Cell[]> {
  for (const person of demo.persons()) {
    for (const [index, { organizationId, role, since, until }] of person.affiliations.entries()) {
      yield [id('affiliation', person.index, index), organizationId, person.id, role, since, until];
    }
  }
}

/** The registry's own record of each volunteer: the volunteer's id is the id of the record and of the person. */
function* registerRecords(demo: DemoData): Generator<readonly Cell[]> {
  const office = demo.organization('registry-office').id;
  for (const { localKey, digest } of storedRows(demo)) yield [localKey, office, localKey, 1, `\\x${digest}`];
}

/** The same records as linkage compares them. */
function* comparableRecords(demo: DemoData): Generator<readonly Cell[]> {
  for (const row of storedRows(demo)) yield [row.localKey, row.values, row.blockingKeys, row.nationalNumberHashes];
}

function* storedRows(demo: DemoData): Generator<ReturnType<typeof storedRow>> {
  for (const { id: localKey, givenName, familyName, patronymic, birthDate, phone, email } of registered(demo)) {
    const values = { localKey, givenName, familyName, patronymic, birthDate, phone, email, nationalNumberHashes: [] };
    yield storedRow(values);
  }
}

function* sourceRecords(demo: DemoData): Generator<readonly Cell[]> {
  const office = demo.organization('registry-office').id;
  for (const { id: recordId, givenName, familyName, patronymic, birthDate, phone, email, registeredAt } of registered(
    demo,
  )) {
    const written = [givenName, familyName, patronymic, birthDate, phone, email];
    yield [recordId, 1, office, ...written, [], 'registry', registeredAt];
  }
}

function* personLinks(demo: DemoData): Generator<readonly Cell[]> {
  for (const { id: recordId, registeredAt } of registered(demo)) {
    yield [id('person-link', recordId), recordId, recordId, 'auto', 'first', personModel.version, registeredAt];
  }
}

function isOpen({ purpose, category }: ConsentRecord): boolean {
  return purposes.some(({ code, opens }) => code === purpose && opens.includes(category.toUpperCase()));
}

/**
 * Consents run from the day on which the demo is loaded, so that those with an end are live in a fresh demo; they are for what
 * their purposes open.
 */
function* consents(demo: DemoData): Generator<readonly Cell[]> {
  const now = Date.now();
  for (const person of demo.persons()) {
    for (const [index, consent] of person.consents.entries()) {
      if (!isOpen(consent)) continue;
      const recipient = consent.recipientKey === null ? null : demo.organization(consent.recipientKey).id;
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

/** The founding associations let the platform match mentors, for a year from the day on which the demo is loaded. */
function* mandates(demo: DemoData): Generator<readonly Cell[]> {
  const now = Date.now();
  const holder = demo.organization(demo.facts.alumni.founding.platformKey).id;
  for (const { organizationKey } of demo.facts.alumni.founders) {
    const giver = demo.organization(organizationKey).id;
    for (const category of ['alumni', 'contact']) {
      yield [
        id('mandate', organizationKey, category),
        giver,
        holder,
        'mentoring',
        category,
        new Date(now - dayMs),
        'demo',
        new Date(now + 365 * dayMs),
      ];
    }
  }
}

/** A case that is over, so that nobody may state the purpose until somebody opens one. */
function* safeguardingCases(demo: DemoData): Generator<readonly Cell[]> {
  const organizationId = demo.organization('uvoa').id;
  const openedAt = new Date(Date.now() - 40 * dayMs);
  const closedAt = new Date(Date.now() - 30 * dayMs);
  const reason = 'Nümunə: könüllüyə hədə';
  const endsAt = new Date(Date.now() - 20 * dayMs);
  yield [id('safeguarding-case', 0), organizationId, reason, openedAt, 'demo', endsAt, closedAt, 'demo'];
}

const registerColumns = ['id', 'organization_id', 'local_key', 'version', 'digest'];
const versionColumns = [
  'record_id',
  'version',
  'organization_id',
  'given_name',
  'family_name',
  'patronymic',
  'birth_date',
  'phone',
  'email',
  'national_number_hashes',
  'submitted_by',
  'submitted_at',
];

/** No source names a day; all that happens in the demo is after it. */
const accreditedAt = new Date('2021-01-15T06:00:00Z');

/** Loads countries, organisations, people, their ties, mandates, consents and records. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  await copy(
    'country',
    ['code', 'name'],
    demo.countries.map(({ code, name }) => [code, { ...name }]),
  );
  await copy(
    'organization',
    ['id', 'kind', 'name', 'country_code', 'city', 'accredited_at', 'officers_listed', 'source'],
    demo.organizations.map(({ id: organizationId, kind, name, countryCode, city, source }) => [
      organizationId,
      kind,
      { ...name },
      countryCode,
      city && { ...city },
      accreditedAt,
      // Whoever may sign in to the demo's identity provider can be everybody.
      false,
      source,
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
    volunteers(demo),
    demo.personCount,
  );
  await copy(
    'affiliation',
    ['id', 'organization_id', 'volunteer_id', 'role', 'since', 'until'],
    affiliations(demo),
    demo.personCount * 2,
  );
  await copy(
    'mandate',
    ['id', 'giver_id', 'holder_id', 'purpose', 'category', 'given_at', 'given_by', 'ends_at'],
    mandates(demo),
  );
  await copy(
    'safeguarding_case',
    ['id', 'organization_id', 'reason', 'opened_at', 'opened_by', 'ends_at', 'closed_at', 'closed_by'],
    safeguardingCases(demo),
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
    consents(demo),
    demo.personCount,
  );
  await copy('search_card', searchCardColumns, searchCards(demo));
  await copy('register_record', registerColumns, registerRecords(demo), demo.personCount);
  await copy(
    'comparable_record',
    ['id', 'texts', 'keys', 'national_number_hashes'],
    comparableRecords(demo),
    demo.personCount,
  );
  await copy('source_record', versionColumns, sourceRecords(demo), demo.personCount);
  await copy(
    'person_link',
    ['id', 'record_id', 'person_id', 'status', 'method', 'model_version', 'valid_from'],
    personLinks(demo),
    demo.personCount,
  );
  await loadFamily(demo, copy);
  const submitted = submittedRecords(demo);
  await copy('register_record', registerColumns, acceptedRecords(submitted));
  await copy(
    'source_record',
    [...versionColumns, 'purpose', 'operation_id', 'request', 'id'],
    acceptedVersions(submitted),
  );
  await copy(
    'unresolved_submission',
    ['id', 'record_id', 'organization_id', 'texts', 'keys', 'national_number_hashes'],
    waitingSubmissions(submitted),
  );
}
