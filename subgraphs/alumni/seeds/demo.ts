import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createWorld, id, organizationKinds, random, type World, type WorldPerson } from '@birlik/world';

type Alumnus = WorldPerson & { readonly alumni: NonNullable<WorldPerson['alumni']> };

/** A mentor with the places that are still free while the mentorships are made. */
interface FreeMentor {
  readonly volunteerId: string;
  readonly registeredAt: string;
  readonly paused: boolean;
  places: number;
}

const goals = ['career', 'returning-home', 'research', 'entrepreneurship'] as const;
const otherLanguages = ['en', 'ru', 'tr'] as const;

/** One mentee in this many still waits for the mentor's answer. */
const waitingEvery = 5;
const pausedShare = 0.1;
/** The first persons of the world are personas. */
const personaCount = 2;

/** No source names a round: both are examples. */
const rounds = [
  { key: 'spring', number: 1, opensOn: '2026-03-01', closesOn: '2026-04-15', status: 'published' },
  { key: 'autumn', number: 2, opensOn: '2026-09-01', closesOn: '2026-10-15', status: 'draft' },
] as const;

function* alumniOf(world: World): Generator<Alumnus> {
  for (const person of world.persons()) {
    const { alumni } = person;
    if (alumni) yield { ...person, alumni };
  }
}

/** One row of each person whom `row` takes; with the code of the field of study, which the row needs. */
function* personalRows(
  world: World,
  row: (person: Alumnus, fieldCode: string) => readonly Cell[] | null,
): Generator<readonly Cell[]> {
  const fieldCodes = new Map(world.catalogue.studyFields.map((field) => [field.key, field.code]));
  for (const person of alumniOf(world)) {
    const cells = row(person, fieldCodes.get(person.alumni.field) ?? '');
    if (cells) yield cells;
  }
}

function alumnusRow(
  { index, id: volunteerId, registeredAt, alumni }: Alumnus,
  world: World,
  fieldCode: string,
): Cell[] {
  return [
    id('alumnus', index),
    world.organization(alumni.associationKey).id,
    volunteerId,
    alumni.countryCode,
    alumni.university,
    alumni.level,
    fieldCode,
    alumni.graduationYear,
    alumni.returned,
    registeredAt.slice(0, 10),
  ];
}

function mentorRow({ index, id: volunteerId, alumni }: Alumnus, world: World, fieldCode: string): Cell[] {
  const stream = random('mentor', index);
  return [
    id('mentor-profile', index),
    world.organization(alumni.associationKey).id,
    volunteerId,
    alumni.mentor?.capacity ?? null,
    isPaused(index),
    stream.shuffle(goals).slice(0, 2),
    [fieldCode],
    ['az', stream.pick(otherLanguages)],
  ];
}

/** Some mentors are paused, a persona never. */
function isPaused(index: number): boolean {
  return index >= personaCount && random('mentor', index, 'paused').chance(pausedShare);
}

/** Gives each mentee the first mentor of the same field with a free place; those who find none have no mentorship. */
function* mentorshipRows(world: World): Generator<readonly Cell[]> {
  const mentorsByField = new Map<string, FreeMentor[]>(world.catalogue.studyFields.map(({ key }) => [key, []]));
  for (const { index, id: volunteerId, registeredAt, alumni } of alumniOf(world)) {
    const places = alumni.mentor?.capacity ?? 0;
    const mentor = { volunteerId, registeredAt, paused: isPaused(index), places };
    if (places > 0) mentorsByField.get(alumni.field)?.push(mentor);
  }
  for (const mentors of mentorsByField.values()) mentors.reverse();
  for (const { index, id: volunteerId, registeredAt, alumni } of alumniOf(world)) {
    const mentors = mentorsByField.get(alumni.field);
    const mentor = mentors?.at(-1);
    if (!alumni.mentee || !mentor) continue;
    mentor.places -= 1;
    if (mentor.places === 0) mentors?.pop();
    const waiting = !mentor.paused && index % waitingEvery === waitingEvery - 1;
    const metAt = registeredAt > mentor.registeredAt ? registeredAt : mentor.registeredAt;
    yield [
      id('mentorship', index),
      world.organization(alumni.associationKey).id,
      volunteerId,
      mentor.volunteerId,
      waiting ? null : id('matching-round', rounds[0].key),
      waiting ? 'proposed' : 'active',
      waiting ? null : metAt.slice(0, 10),
    ];
  }
}

/** The source says that there are missions, not which: one example in each country where somebody studies. */
function* missionRows(world: World, platform: string, hosts: ReadonlySet<string>): Generator<readonly Cell[]> {
  for (const { code, name } of world.countries) {
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
    ];
  }
}

/** Loads what the article on the platform states, and generated people, missions and rounds around it. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const world = createWorld({ scale });
  const { bodies, founders, founding } = world.facts.alumni;
  const platform = world.organization(founding.platformKey).id;
  const founderKeys = new Set<string>(founders.map((founder) => founder.organizationKey));

  await copy(
    'association',
    ['id', 'organization_id', 'country_code', 'founder', 'founded_platform_on'],
    world.organizations
      .filter(({ kind }) => kind === organizationKinds.association)
      .map(({ id: organizationId, key, countryCode }) => {
        const founder = founderKeys.has(key);
        return [id('association', key), organizationId, countryCode, founder, founder ? founding.foundedOn : null];
      }),
  );
  await copy(
    'governance_body',
    ['id', 'organization_id', 'name', 'function'],
    bodies.map((body) => [id('governance-body', body.key), platform, { ...body.name }, body.function]),
  );
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
    ],
    personalRows(world, (person, fieldCode) => {
      hosts.add(person.alumni.countryCode);
      return alumnusRow(person, world, fieldCode);
    }),
    world.personCount,
  );
  await copy('mission', ['id', 'organization_id', 'name', 'country_code'], missionRows(world, platform, hosts));
  await copy(
    'mentor_profile',
    ['id', 'organization_id', 'volunteer_id', 'capacity', 'paused', 'goals', 'field_codes', 'languages'],
    personalRows(world, (person, fieldCode) => (person.alumni.mentor ? mentorRow(person, world, fieldCode) : null)),
    world.personCount,
  );
  await copy(
    'matching_round',
    ['id', 'organization_id', 'name', 'opens_on', 'closes_on', 'status'],
    rounds.map(({ key, number, opensOn, closesOn, status }) => [
      id('matching-round', key),
      platform,
      { az: `${number}-ci mentorluq mərhələsi (nümunə)`, en: `Mentoring round ${number} (example)` },
      opensOn,
      closesOn,
      status,
    ]),
  );
  await copy(
    'mentorship',
    ['id', 'organization_id', 'volunteer_id', 'mentor_volunteer_id', 'round_id', 'status', 'started_on'],
    mentorshipRows(world),
    world.personCount,
  );
}
