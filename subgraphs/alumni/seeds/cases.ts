import type { SeedContext } from '@birlik/kernel/seed';
import { id, type DemoData } from '@birlik/demo-data';
import type { Alumnus } from './alumni.js';

const day = 86_400_000;
/** Somebody who waits since then is overdue on each day of the demo. */
const raisedFrom = Date.parse('2026-10-01T08:00:00Z');

/** The cases of the demo's people, each an example: of residence six, so that they are a cluster. */
const examples = [
  { trouble: 'documents', isGrave: true, kinds: ['raised', 'acknowledged', 'meeting-consent-asked'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised', 'acknowledged', 'answered'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised', 'acknowledged'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised', 'acknowledged'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised'] },
  { trouble: 'residence', isGrave: false, kinds: ['raised'] },
  { trouble: 'money', isGrave: false, kinds: ['raised'] },
  { trouble: 'health', isGrave: true, kinds: ['raised'] },
  { trouble: 'housing', isGrave: false, kinds: ['raised', 'acknowledged'] },
] as const;

const texts: Readonly<Record<string, string>> = {
  raised: 'Kömək lazımdır: sənədləri təhvil verdim, amma iki aydır cavab gəlmir (nümunə).',
  answered: 'Müraciətinizi aldıq, səfirlikdən soruşuruq (nümunə).',
};

const localized = (az: string, en: string, ru: string, tr: string) => ({ az, en, ru, tr });

/** Loads cases, a cluster and two meetings with officials; all are examples. */
export async function loadCases(
  {
    people,
    platform,
    demo,
  }: { readonly people: Iterable<Alumnus>; readonly platform: string; readonly demo: DemoData },
  copy: SeedContext['copy'],
): Promise<void> {
  const first: Alumnus[] = [];
  for (const person of people) if (first.push(person) === examples.length) break;
  const cases = first.flatMap((person, index) => {
    const example = examples[index];
    return example ? [{ ...example, person, caseId: id('support-case', index), at: raisedFrom + index * day }] : [];
  });
  await copy(
    'support_case',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'trouble',
      'country_code',
      'is_grave',
      'status',
      'raised_at',
      'acknowledge_by',
      'acknowledged_at',
      'meeting_consent',
    ],
    cases.map(({ person, caseId, trouble, isGrave, kinds, at }) => [
      caseId,
      demo.organization(person.alumni.associationKey).id,
      person.id,
      trouble,
      person.alumni.countryCode,
      isGrave,
      kinds.length > 1 ? 'in-progress' : 'raised',
      new Date(at),
      new Date(at + day),
      kinds.length > 1 ? new Date(at + day / 2) : null,
      kinds.length > 2 && isGrave ? 'asked' : 'none',
    ]),
  );
  await copy(
    'support_case_entry',
    ['id', 'case_id', 'volunteer_id', 'kind', 'text', 'at'],
    cases.flatMap(({ person, caseId, kinds, at }, index) =>
      kinds.map((kind, step) => [
        id('support-case-entry', index * 10 + step),
        caseId,
        person.id,
        kind,
        texts[kind] ?? null,
        new Date(at + (step * day) / 2),
      ]),
    ),
  );
  const cluster = id('case-cluster', 0);
  await copy(
    'case_cluster',
    ['id', 'organization_id', 'trouble', 'summary'],
    [
      [
        cluster,
        platform,
        'residence',
        localized(
          'Tələbələr yaşayış icazəsinin uzadılmasını aylarla gözləyir (nümunə).',
          'Students wait for months for their residence permits to be extended (example).',
          'Студенты месяцами ждут продления вида на жительство (пример).',
          'Öğrenciler oturma izinlerinin uzatılmasını aylarca bekliyor (örnek).',
        ),
      ],
    ],
  );
  await copy(
    'clustered_case',
    ['case_id', 'cluster_id', 'organization_id'],
    cases.filter(({ trouble }) => trouble === 'residence').map(({ caseId }) => [caseId, cluster, platform]),
  );
  await loadMeetings({ platform, cluster }, copy);
}

async function loadMeetings(
  { platform, cluster }: { readonly platform: string; readonly cluster: string },
  copy: SeedContext['copy'],
): Promise<void> {
  const officials = localized(
    'Nazirliyin əməkdaşları (nümunə)',
    'Officials of the ministry (example)',
    'Сотрудники министерства (пример)',
    'Bakanlık görevlileri (örnek)',
  );
  const meetings = [
    {
      title: localized(
        'Payız görüşü (nümunə)',
        'Autumn meeting (example)',
        'Осенняя встреча (пример)',
        'Güz toplantısı (örnek)',
      ),
      startsAt: '2026-10-20T10:00:00Z',
      published: new Date('2026-10-27T10:00:00Z'),
    },
    {
      title: localized(
        'Qış görüşü (nümunə)',
        'Winter meeting (example)',
        'Зимняя встреча (пример)',
        'Kış toplantısı (örnek)',
      ),
      startsAt: '2027-01-20T10:00:00Z',
      published: null,
    },
  ];
  await copy(
    'official_meeting',
    ['id', 'organization_id', 'title', 'officials', 'starts_at', 'status', 'minutes', 'published_at'],
    meetings.map(({ title, startsAt, published }, index) => [
      id('official-meeting', index),
      platform,
      title,
      officials,
      startsAt,
      published ? 'published' : 'planned',
      published ? 'Növbə barədə razılıq əldə olundu (nümunə).' : null,
      published,
    ]),
  );
  const decision = localized(
    'Nazirlik icazələrin uzadılması üçün səfirlikdə ayrıca növbə açır (nümunə).',
    'The ministry opens a queue of its own at the embassy for extensions (example).',
    'Министерство открывает в посольстве отдельную очередь для продления (пример).',
    'Bakanlık uzatmalar için büyükelçilikte ayrı bir sıra açıyor (örnek).',
  );
  await copy(
    'agenda_item',
    ['id', 'organization_id', 'meeting_id', 'cluster_id', 'decision'],
    [[id('agenda-item', 0), platform, id('official-meeting', 0), cluster, decision]],
  );
}
