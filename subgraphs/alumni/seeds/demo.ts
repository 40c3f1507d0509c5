import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, generated, id, random, type DemoData } from '@birlik/demo-data';
import { type Alumnus, alumniOf, formats, goals, isPaused, otherLanguages } from './alumni.js';
import { loadEntries, loadRounds, rounds } from './matching.js';
import { loadPair } from './mentorships.js';
import { loadEmergencies, missionDetails } from './emergencies.js';
import { loadDirectory, toldCells, toldColumns } from './directory.js';
import { loadCases } from './cases.js';
import { loadGovernance } from './governance.js';
import { loadInformation } from './information.js';
import { loadPlatform } from './platform.js';

/** A mentor with the places that are still free while the mentorships are made. */
interface FreeMentor {
  readonly volunteerId: string;
  readonly registeredAt: string;
  readonly paused: boolean;
  places: number;
}

/** One mentee in this many still waits for the mentor's answer. */
const waitingEvery = 5;
/** One offer in this many waits for the association to look at it. */
const unreviewedEvery = 40;

/** One row of each person whom `row` takes; with the code of the field of study, which the row needs. */
function* personalRows(
  demo: DemoData,
  row: (person: Alumnus, fieldCode: string) => readonly Cell[] | null,
): Generator<readonly Cell[]> {
  const fieldCodes = new Map(demo.catalogue.studyFields.map((field) => [field.key, field.code]));
  for (const person of alumniOf(demo)) {
    const cells = row(person, fieldCodes.get(person.alumni.field) ?? '');
    if (cells) yield cells;
  }
}

function alumnusRow(person: Alumnus, demo: DemoData, fieldCode: string): Cell[] {
  const { index, id: volunteerId, registeredAt, alumni } = person;
  return [
    id('alumnus', index),
    demo.organization(alumni.associationKey).id,
    volunteerId,
    alumni.countryCode,
    alumni.university,
    alumni.level,
    fieldCode,
    alumni.graduationYear,
    alumni.returned,
    registeredAt.slice(0, 10),
    ...toldCells(person),
  ];
}

function mentorRow({ index, id: volunteerId, alumni }: Alumnus, demo: DemoData, fieldCode: string): Cell[] {
  const stream = random('mentor', index);
  return [
    id('mentor-profile', index),
    demo.organization(alumni.associationKey).id,
    volunteerId,
    alumni.mentor?.capacity ?? null,
    isPaused(index),
    stream.shuffle(goals).slice(0, 2),
    [fieldCode],
    ['az', stream.pick(otherLanguages)],
    stream.shuffle(formats).slice(0, 2),
    alumni.countryCode,
    index % unreviewedEvery === unreviewedEvery - 1 ? 'awaited' : 'approved',
  ];
}

/** Gives each mentee the first mentor of the same field with a free place; those who find none have no mentorship. */
function* mentorshipRows(demo: DemoData): Generator<readonly Cell[]> {
  const mentorsByField = new Map<string, FreeMentor[]>(demo.catalogue.studyFields.map(({ key }) => [key, []]));
  for (const { index, id: volunteerId, registeredAt, alumni } of alumniOf(demo)) {
    const places = alumni.mentor?.capacity ?? 0;
    const mentor = { volunteerId, registeredAt, paused: isPaused(index), places };
    if (places > 0) mentorsByField.get(alumni.field)?.push(mentor);
  }
  for (const mentors of mentorsByField.values()) mentors.reverse();
  for (const { index, id: volunteerId, registeredAt, alumni } of alumniOf(demo)) {
    const mentors = mentorsByField.get(alumni.field);
    const mentor = mentors?.at(-1);
    if (!alumni.mentee || !mentor) continue;
    mentor.places -= 1;
    if (mentor.places === 0) mentors?.pop();
    const waiting = !mentor.paused && index % waitingEvery === waitingEvery - 1;
    const metAt = registeredAt > mentor.registeredAt ? registeredAt : mentor.registeredAt;
    yield [
      id('mentorship', index),
      demo.organization(alumni.associationKey).id,
      volunteerId,
      mentor.volunteerId,
      waiting ? null : id('matching-round', rounds[0].key),
      waiting ? 'proposed' : 'active',
      waiting ? null : metAt.slice(0, 10),
    ];
  }
}

/** The source says that there are missions, not which: one example in each country where somebody studies. */
function* missionRows(demo: DemoData, platform: string, hosts: ReadonlySet<string>): Generator<readonly Cell[]> {
  for (const { code, name } of demo.countries) {
    if (!hosts.has(code)) continue;
    yield [
      id('mission', code),
      platform,
      {
        az: `Diplomatik nümayəndəlik: ${name.az} (nümunə)`,
        en: `Diplomatic mission: ${name.en} (example)`,
        ru: `Дипломатическое представительство: ${name.ru} (пример)`,
        tr: `Diplomatik temsilcilik: ${name.tr} (örnek)`,
      },
      code,
      generated,
      ...missionDetails(code),
    ];
  }
}

/** Loads what the article on the platform states, and generated people, missions and rounds around it. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;

  await loadPlatform(demo, copy);
  const hosts = new Set<string>();
  await copy(
    'alumnus',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'country_code',
      'university',
      'level',
      'field_code',
      'graduation_year',
      'returned',
      'last_confirmed_on',
      ...toldColumns,
    ],
    personalRows(demo, (person, fieldCode) => {
      hosts.add(person.alumni.countryCode);
      return alumnusRow(person, demo, fieldCode);
    }),
    demo.personCount,
  );
  await loadDirectory(demo, { copy, people: alumniOf(demo) });
  await loadInformation(demo, { copy, people: alumniOf(demo) });
  await copy(
    'mission',
    [
      'id',
      'organization_id',
      'name',
      'country_code',
      'source',
      'serves',
      'address',
      'opening_hours',
      'phone',
      'emergency_phone',
    ],
    missionRows(demo, platform, hosts),
  );
  await copy(
    'mentor_profile',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'capacity',
      'paused',
      'goals',
      'field_codes',
      'languages',
      'formats',
      'country_code',
      'review',
    ],
    personalRows(demo, (person, fieldCode) => (person.alumni.mentor ? mentorRow(person, demo, fieldCode) : null)),
    demo.personCount,
  );
  await loadRounds(demo, copy);
  await copy(
    'mentorship',
    ['id', 'organization_id', 'volunteer_id', 'mentor_volunteer_id', 'round_id', 'status', 'started_on'],
    mentorshipRows(demo),
    demo.personCount,
  );
  const [mentee, mentor] = [demo.person(0).id, demo.person(1).id];
  await loadPair({ copy }, { mentorship: id('mentorship', 0), mentor, mentee });
  await loadEmergencies(demo, copy);
  await loadEntries(demo, copy);
  await loadCases({ people: alumniOf(demo), platform, demo }, copy);
  await loadGovernance({ people: alumniOf(demo), platform, demo }, copy);
}
