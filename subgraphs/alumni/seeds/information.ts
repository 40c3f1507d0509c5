import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { generated, id, random, type DemoData, type DemoPerson } from '@birlik/demo-data';

type Alumnus = DemoPerson & { readonly alumni: NonNullable<DemoPerson['alumni']> };

const dayMs = 86_400_000;
/** More than the event has places, so that somebody waits. */
const mostGuests = 60;

/** News, guides and events, all of them examples. The event begins in two weeks of the day on which the demo is loaded. */
export async function loadInformation(
  demo: DemoData,
  { copy, people }: { readonly copy: SeedContext['copy']; readonly people: Iterable<Alumnus> },
): Promise<void> {
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;
  const lithuania = demo.organization('assoc-lithuania').id;
  // In two weeks, at six in the evening in Baku.
  const startsAt = new Date(Date.now() + 14 * dayMs).setUTCHours(14, 0, 0, 0);
  const article = (key: string, row: readonly Cell[]): Cell[] => [id('article', key), ...row, generated];
  await copy(
    'article',
    ['id', 'organization_id', 'kind', 'country_code', 'title', 'body', 'published_at', 'source'],
    [
      article('welcome', [
        platform,
        'news',
        null,
        {
          az: 'Kataloq açıldı (nümunə)',
          en: 'The directory is open (example)',
          ru: 'Каталог открыт (пример)',
          tr: 'Rehber açıldı (örnek)',
        },
        {
          az: 'Tələbələr və məzunlar indi bir-birini tapa bilir. Hər kəs nəyi kimə göstərdiyini özü seçir.',
          en: 'Students and alumni can find each other now. Each person chooses who sees what.',
          ru: 'Теперь студенты и выпускники могут найти друг друга. Каждый сам выбирает, что кому показывать.',
          tr: 'Öğrenciler ve mezunlar artık birbirini bulabiliyor. Herkes neyi kime göstereceğini kendi seçiyor.',
        },
        '2026-11-20T08:00:00Z',
      ]),
      article('first-week', [
        lithuania,
        'guide',
        'LT',
        { az: 'Litvada ilk həftə (nümunə)', en: 'The first week in Lithuania (example)' },
        {
          az: 'Yaşayış yerini qeydiyyata salın, universitetdə tələbə kartını alın, bank hesabı açın.',
          en: 'Register where you live, fetch your student card at the university, open a bank account.',
        },
        '2026-11-10T08:00:00Z',
      ]),
    ],
  );
  await copy(
    'alumni_event',
    [
      'id',
      'organization_id',
      'country_code',
      'title',
      'body',
      'place',
      'starts_at',
      'ends_at',
      'capacity',
      'status',
      'source',
    ],
    [
      [
        id('alumni-event', 'evening'),
        lithuania,
        'LT',
        {
          az: 'Tanışlıq axşamı (nümunə)',
          en: 'An evening to meet (example)',
          ru: 'Вечер знакомств (пример)',
          tr: 'Tanışma akşamı (örnek)',
        },
        {
          az: 'Litvada oxuyan və oxumuş hər kəs dəvətlidir.',
          en: 'Everybody who studies or studied in Lithuania is welcome.',
          ru: 'Приглашаются все, кто учится или учился в Литве.',
          tr: 'Litvanya’da okuyan ve okumuş herkes davetlidir.',
        },
        'Vilnius (nümunə)',
        new Date(startsAt).toISOString(),
        new Date(startsAt + 7_200_000).toISOString(),
        30,
        'published',
        generated,
      ],
    ],
  );
  const guests = [...people].filter(({ index, alumni }) => index < 2 || alumni.associationKey === 'assoc-lithuania');
  await copy(
    'event_answer',
    ['id', 'organization_id', 'event_id', 'volunteer_id', 'answer'],
    guests
      .slice(0, mostGuests)
      .map(({ index, id: volunteerId }) => [
        id('event-answer', index),
        lithuania,
        id('alumni-event', 'evening'),
        volunteerId,
        random('event-answer', index).chance(0.7) ? 'yes' : 'maybe',
      ]),
  );
}
