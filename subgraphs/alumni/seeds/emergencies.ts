import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { generated, id, type DemoData } from '@birlik/demo-data';

type Copy = SeedContext['copy'];

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Countries that one mission helps beside its own. */
const served: Readonly<Record<string, readonly string[]>> = { BE: ['LU', 'NL'], LT: ['EE', 'LV'], GB: ['IE'] };

/** What the page of missions shows of one: an example, since no source names any. */
export function missionDetails(code: string): Cell[] {
  return [
    served[code] ?? [],
    { az: 'Nümunə küçəsi 1', en: '1 Example Street', ru: 'Примерная улица, 1', tr: 'Örnek Sokağı 1' },
    {
      az: 'Bazar ertəsi – cümə, 9:00–13:00',
      en: 'Monday to Friday, 9:00–13:00',
      ru: 'Понедельник – пятница, 9:00–13:00',
      tr: 'Pazartesi–cuma, 9:00–13:00',
    },
    '+00 000 000 00 01',
    '+00 000 000 00 02',
  ];
}

/** Guides to what often happens. They say what to do, and state no law. */
const guides = [
  {
    key: 'lost-passport',
    title: { az: 'Pasport itib', en: 'A lost passport', ru: 'Утерян паспорт', tr: 'Kayıp pasaport' },
    body: {
      az: 'Yerli polisə məlumat verin və arayış alın. Nümayəndəliyə zəng edin, arayışı, şəkil və varsa pasportun surətini özünüzlə aparın.',
      en: 'Tell the local police and ask for a written report. Call the mission, and bring the report, a photograph and a copy of the passport if you have one.',
      ru: 'Сообщите в местную полицию и попросите справку. Позвоните в представительство, возьмите с собой справку, фотографию и копию паспорта, если она есть.',
      tr: 'Yerel polise bildirin ve yazılı tutanak isteyin. Temsilciliği arayın; tutanağı, bir fotoğrafı ve varsa pasaportun kopyasını yanınızda götürün.',
    },
  },
  {
    key: 'illness',
    title: {
      az: 'Xəstəlik və ya qəza',
      en: 'Illness or an accident',
      ru: 'Болезнь или несчастный случай',
      tr: 'Hastalık veya kaza',
    },
    body: {
      az: 'Əvvəlcə yerli təcili yardıma zəng edin. Sığorta nömrənizi hazır saxlayın. Sonra yaxınlarınıza və nümayəndəliyə xəbər verin.',
      en: 'Call the local emergency service first. Have the number of your insurance at hand. Then tell your family and the mission.',
      ru: 'Сначала вызовите местную скорую помощь. Держите под рукой номер страховки. Затем сообщите близким и представительству.',
      tr: 'Önce yerel acil servisi arayın. Sigorta numaranızı hazır bulundurun. Sonra yakınlarınıza ve temsilciliğe haber verin.',
    },
  },
] as const;

/** Who checks in by the link in the example; the names say that they are none. */
const byLink = ['Nümunə Aysel', 'Nümunə Rəşad', 'Nümunə Lalə', 'Nümunə Orxan', 'Nümunə Günay'] as const;

/** One known person in so many says how they are. */
const saysEvery = 3;

/** Loads guides, a drill in Lithuania that goes on, one that waits for a second person and one that is over. */
export async function loadEmergencies(demo: DemoData, copy: Copy): Promise<void> {
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;
  const now = Date.now();
  const minutesAgo = (minutes: number) => new Date(now - minutes * minuteMs);
  const drill = id('emergency', 'drill');
  await copy(
    'mission_guide',
    ['id', 'organization_id', 'mission_id', 'title', 'body', 'source'],
    guides.map(({ key, title, body }) => [id('mission-guide', key), platform, null, title, body, generated]),
  );
  const event = (place: Readonly<Record<'az' | 'en' | 'ru' | 'tr', string>>) => ({
    az: `Zəlzələ, ${place.az} (nümunə)`,
    en: `Earthquake, ${place.en} (example)`,
    ru: `Землетрясение, ${place.ru} (пример)`,
    tr: `Deprem, ${place.tr} (örnek)`,
  });
  const lithuania = event({ az: 'Litva', en: 'Lithuania', ru: 'Литва', tr: 'Litvanya' });
  const britain = event({ az: 'Böyük Britaniya', en: 'Great Britain', ru: 'Великобритания', tr: 'Büyük Britanya' });
  const turkey = event({ az: 'Türkiyə', en: 'Türkiye', ru: 'Турция', tr: 'Türkiye' });
  const none = [null, null, null, null, null, null, null];
  await copy(
    'emergency',
    [
      'id',
      'organization_id',
      'event',
      'is_drill',
      'country_codes',
      'answer_minutes',
      'silent_minutes',
      'opened_at',
      'opened_by',
      'ends_at',
      'code',
      'confirmed_at',
      'confirmed_by',
      'closed_at',
      'closed_by',
      'known',
      'safe',
      'need_help',
    ],
    [
      [
        drill,
        platform,
        lithuania,
        true,
        ['LT'],
        15,
        60,
        minutesAgo(180),
        'alumni-officer',
        new Date(now + 13 * dayMs),
        id('emergency-code', 'drill').replaceAll('-', ''),
        minutesAgo(170),
        'alumni-coordinator',
        null,
        null,
        null,
        null,
        null,
      ],
      [
        id('emergency', 'waiting'),
        platform,
        britain,
        true,
        ['GB'],
        15,
        60,
        minutesAgo(20),
        'alumni-officer',
        new Date(now + 3 * dayMs),
        ...none,
        null,
      ],
      [
        id('emergency', 'over'),
        platform,
        turkey,
        true,
        ['TR'],
        15,
        60,
        minutesAgo(60 * 24 * 40),
        'alumni-coordinator',
        minutesAgo(60 * 24 * 38),
        id('emergency-code', 'over').replaceAll('-', ''),
        minutesAgo(60 * 24 * 40),
        'alumni-officer',
        minutesAgo(60 * 24 * 39),
        'alumni-officer',
        41,
        33,
        2,
      ],
    ],
  );
  await copy(
    'emergency_alert',
    ['id', 'organization_id', 'emergency_id', 'text', 'sent_at', 'sent_by', 'done_at'],
    [
      [
        id('emergency-alert', 'drill'),
        platform,
        drill,
        {
          az: 'Açıq yerə çıxın və necə olduğunuzu bildirin.',
          en: 'Go to an open place and say how you are.',
          ru: 'Выйдите на открытое место и сообщите о себе.',
          tr: 'Açık bir alana çıkın ve durumunuzu bildirin.',
        },
        minutesAgo(160),
        'alumni-officer',
        minutesAgo(159),
      ],
    ],
  );
  const known = [...demo.persons()].filter(
    ({ index, alumni }) => alumni?.countryCode === 'LT' && (index === 0 || !alumni.returned),
  );
  await copy(
    'emergency_person',
    [
      'id',
      'organization_id',
      'emergency_id',
      'volunteer_id',
      'by_record',
      'by_subscription',
      'confirmed_on',
      'country_codes',
      'cities',
      'universities',
    ],
    known.map(({ index, id: person, registeredAt }) => [
      id('emergency-person', index),
      platform,
      drill,
      person,
      index !== 0,
      index === 0,
      index % 3 === 0
        ? registeredAt.slice(0, 10)
        : minutesAgo(dayMs / minuteMs)
            .toISOString()
            .slice(0, 10),
      ['LT'],
      [],
      [],
    ]),
  );
  await copy(
    'alert_subscription',
    ['id', 'volunteer_id', 'country_code'],
    known.filter(({ index }) => index === 0).map(({ id: person }) => [id('alert-subscription', 0), person, 'LT']),
  );
  const saying = known.filter(({ index }) => index > 0 && index % saysEvery === 0);
  const columns = [
    'id',
    'organization_id',
    'emergency_id',
    'volunteer_id',
    'name',
    'contact',
    'state',
    'place',
    'changed_at',
  ];
  await copy('check_in', columns, [
    ...saying.map(({ index, id: person }, order): Cell[] => [
      id('check-in', index),
      platform,
      drill,
      person,
      null,
      null,
      order % 9 === 4 ? 'need-help' : 'safe',
      null,
      minutesAgo(150 - (order % 100)),
    ]),
    ...byLink.map((name, order): Cell[] => [
      id('check-in', name),
      platform,
      drill,
      null,
      name,
      `+00 000 000 01 0${order}`,
      order % 2 === 1 ? 'need-help' : 'safe',
      'Vilnius',
      minutesAgo(90 - order * 7),
    ]),
  ]);
}
