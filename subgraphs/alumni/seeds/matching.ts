import { id, random, type DemoData } from '@birlik/demo-data';
import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { solveDraftJob } from '../src/matching/matching-jobs.service.js';
import { alumniOf, formats, goals, isPaused, otherLanguages } from './alumni.js';

/** No source names a round: all are examples. */
export const rounds = [
  { key: 'spring', number: 1, opensOn: '2026-03-01', closesOn: '2026-04-15', status: 'closed' },
  { key: 'autumn', number: 2, opensOn: '2026-09-01', closesOn: '2026-10-15', status: 'draft' },
  { key: 'winter', number: 3, opensOn: '2026-11-15', closesOn: '2027-12-31', status: 'open' },
] as const;

const publishedAt = '2026-04-20T08:00:00Z';
const answersDueAt = '2026-05-04T08:00:00Z';

type Copy = SeedContext['copy'];

/** Loads the platform's rounds, and that the founding associations take part in them. */
export async function loadRounds(demo: DemoData, copy: Copy): Promise<void> {
  const { founding, founders } = demo.facts.alumni;
  const platform = demo.organization(founding.platformKey).id;
  await copy(
    'matching_round',
    ['id', 'organization_id', 'name', 'opens_on', 'closes_on', 'status', 'seed', 'published_at', 'answers_due_at'],
    rounds.map(({ key, number, opensOn, closesOn, status }) => [
      id('matching-round', key),
      platform,
      {
        az: `${number}-ci mentorluq raundu (nümunə)`,
        en: `Mentoring round ${number} (example)`,
        ru: `Раунд наставничества ${number} (пример)`,
        tr: `${number}. mentorluk turu (örnek)`,
      },
      opensOn,
      closesOn,
      status,
      key,
      ...(status === 'closed' ? [publishedAt, answersDueAt] : [null, null]),
    ]),
  );
  await copy(
    'matching_association',
    ['id', 'round_id', 'organization_id', 'host_id'],
    rounds.flatMap(({ key }) =>
      founders.map(({ organizationKey }) => [
        id('matching-association', key, organizationKey),
        id('matching-round', key),
        demo.organization(organizationKey).id,
        platform,
      ]),
    ),
  );
}

/** Who entered the round that is being drafted: mentors, and those who neither are one nor have one. */
function* entryRows(demo: DemoData): Generator<readonly Cell[]> {
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;
  const fieldCodes = new Map(demo.catalogue.studyFields.map((field) => [field.key, field.code]));
  for (const { index, id: volunteerId, alumni } of alumniOf(demo)) {
    const { mentor } = alumni;
    if (mentor ? isPaused(index) : alumni.mentee) continue;
    const stream = random('matching-entry', index);
    yield [
      id('matching-entry', index),
      platform,
      id('matching-round', rounds[1].key),
      volunteerId,
      mentor ? 'mentor' : 'mentee',
      demo.organization(alumni.associationKey).id,
      stream.shuffle(goals).slice(0, 2),
      [fieldCodes.get(alumni.field) ?? ''],
      ['az', stream.pick(otherLanguages)],
      stream.shuffle(formats).slice(0, 2),
      alumni.countryCode,
      mentor ? mentor.capacity : 1,
    ];
  }
}

/** Loads who takes part in the round that is being drafted, and its first draft, which the member solves when it starts. */
export async function loadEntries(demo: DemoData, copy: Copy): Promise<void> {
  await copy(
    'matching_entry',
    [
      'id',
      'organization_id',
      'round_id',
      'volunteer_id',
      'role',
      'association_id',
      'goals',
      'field_codes',
      'languages',
      'formats',
      'country_code',
      'capacity',
    ],
    entryRows(demo),
    demo.personCount,
  );
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;
  const draft = id('matching-draft', rounds[1].key);
  await copy(
    'matching_draft',
    ['id', 'organization_id', 'round_id', 'number'],
    [[draft, platform, id('matching-round', rounds[1].key), 1]],
  );
  await copy(
    'job',
    ['id', 'kind', 'key', 'payload', 'organization_id', 'due_at'],
    [[id('job', 'matching-draft'), solveDraftJob, draft, { draft }, platform, '2026-10-16T08:00:00Z']],
  );
}
