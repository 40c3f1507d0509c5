import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { id, random, type DemoData, type DemoPerson } from '@birlik/demo-data';

type Alumnus = DemoPerson & { readonly alumni: NonNullable<DemoPerson['alumni']> };

/** What people tell of themselves; none of it is stated anywhere. */
const cities: Readonly<Record<string, string>> = {
  BE: 'Leuven',
  GB: 'London',
  IT: 'Roma',
  LT: 'Vilnius',
  LU: 'Luxembourg',
  NL: 'Leiden',
  US: 'Boston',
};
const occupations = ['mühəndis', 'həkim', 'hüquqşünas', 'müəllim', 'iqtisadçı', 'tədqiqatçı'] as const;
const studyYears = { bachelor: 4, master: 2, doctorate: 4 } as const;

/** The share of alumni whom others find in the directory. */
const listedShare = 0.4;
const personaCount = 2;

export const toldColumns = ['name', 'city', 'started_year', 'occupation', 'employer', 'languages', 'contact'] as const;

/** What somebody tells of themself beside their studies, in the order of {@link toldColumns}. */
export function toldCells({ index, givenName, familyName, alumni }: Alumnus): Cell[] {
  const stream = random('directory', index);
  const isWorking = alumni.graduationYear !== null;
  return [
    `${givenName} ${familyName}`,
    cities[alumni.countryCode] ?? null,
    alumni.graduationYear === null ? null : alumni.graduationYear - studyYears[alumni.level],
    isWorking ? stream.pick(occupations) : null,
    isWorking ? `Müəssisə ${stream.int(1, 40)} (nümunə)` : null,
    ['az', stream.pick(['en', 'ru', 'tr'])],
    `mezun-${index}@example.org`,
  ];
}

/** Who lets themself be found, most of them by name for members only. */
function* listingRows(people: Iterable<Alumnus>): Generator<readonly Cell[]> {
  for (const { index, id: volunteerId } of people) {
    const stream = random('directory', index, 'listing');
    if (index >= personaCount && !stream.chance(listedShare)) continue;
    const name = index >= personaCount && stream.chance(0.2) ? 'everyone' : 'members';
    yield [
      id('directory-listing', index),
      volunteerId,
      name,
      'everyone',
      'everyone',
      'members',
      'everyone',
      'everyone',
      'members',
      'members',
      'members',
      'members',
      'officers',
    ];
  }
}

export function loadDirectory(
  demo: DemoData,
  { copy, people }: { readonly copy: SeedContext['copy']; readonly people: Iterable<Alumnus> },
): Promise<unknown> {
  return copy(
    'directory_listing',
    [
      'id',
      'volunteer_id',
      'name',
      'university',
      'country',
      'city',
      'degree',
      'field',
      'years',
      'occupation',
      'employer',
      'languages',
      'contact',
    ],
    listingRows(people),
    demo.personCount,
  );
}
