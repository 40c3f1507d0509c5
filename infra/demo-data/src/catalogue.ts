import type { LocalizedText } from './localized-text.js';
import { dayOf, millisecondsPerDay } from './period.js';

/** A field of study; `code` is the broad field of ISCED-F 2013. */
export interface StudyField {
  readonly key: string;
  readonly code: string;
  readonly name: LocalizedText;
}

/** A programme that every university of the demo data offers; persons refer to it by its place in the list. */
export interface StudyProgramme {
  readonly index: number;
  readonly fieldKey: string;
  readonly name: LocalizedText;
}

/** One intake of the volunteer programme: Master 1 runs for eight weeks from `startsOn` to the day before `endsOn`. */
export interface Intake {
  readonly index: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The lowest Master 1 score that earns a type of certificate, and its name. The source leaves them open, so they are generated. */
export interface CertificateBand {
  readonly index: 0 | 1 | 2;
  readonly name: LocalizedText;
  readonly minimumScore: number;
}

export interface CreativeDiscipline {
  readonly key: string;
  readonly name: LocalizedText;
}

/** The lists that persons refer to by index or key. All are generated, none is stated by a source. */
export interface Catalogue {
  readonly studyFields: readonly StudyField[];
  readonly studyProgrammes: readonly StudyProgramme[];
  readonly intakes: readonly Intake[];
  readonly certificateBands: readonly CertificateBand[];
  readonly creativeDisciplines: readonly CreativeDiscipline[];
  /** From when the made-up people of the creative movement applied; the source states no year. */
  readonly creativeApplicationsFrom: string;
}

const studyFields: readonly StudyField[] = [
  { key: 'education', code: '01', name: { az: 'Təhsil', en: 'Education', ru: 'Образование', tr: 'Eğitim' } },
  { key: 'arts', code: '02', name: { az: 'İncəsənət', en: 'Arts', ru: 'Искусство', tr: 'Sanat' } },
  {
    key: 'social-sciences',
    code: '03',
    name: { az: 'Sosial elmlər', en: 'Social sciences', ru: 'Общественные науки', tr: 'Sosyal bilimler' },
  },
  { key: 'business', code: '04', name: { az: 'Biznes', en: 'Business', ru: 'Бизнес', tr: 'İşletme' } },
  {
    key: 'natural-sciences',
    code: '05',
    name: { az: 'Təbiət elmləri', en: 'Natural sciences', ru: 'Естественные науки', tr: 'Doğa bilimleri' },
  },
  {
    key: 'ict',
    code: '06',
    name: { az: 'İnformasiya texnologiyaları', en: 'ICT', ru: 'Информационные технологии', tr: 'Bilişim' },
  },
  {
    key: 'engineering',
    code: '07',
    name: { az: 'Mühəndislik', en: 'Engineering', ru: 'Инженерия', tr: 'Mühendislik' },
  },
  { key: 'health', code: '09', name: { az: 'Səhiyyə', en: 'Health', ru: 'Здравоохранение', tr: 'Sağlık' } },
];

const programmeNames: readonly (readonly [fieldKey: string, az: string, en: string, ru: string, tr: string])[] = [
  ['ict', 'Kompüter mühəndisliyi', 'Computer engineering', 'Компьютерная инженерия', 'Bilgisayar mühendisliği'],
  ['ict', 'İnformasiya təhlükəsizliyi', 'Information security', 'Информационная безопасность', 'Bilgi güvenliği'],
  ['engineering', 'Energetika mühəndisliyi', 'Power engineering', 'Энергетика', 'Enerji mühendisliği'],
  ['engineering', 'Mexanika mühəndisliyi', 'Mechanical engineering', 'Машиностроение', 'Makine mühendisliği'],
  ['business', 'Menecment', 'Management', 'Менеджмент', 'Yönetim'],
  ['business', 'Maliyyə', 'Finance', 'Финансы', 'Finans'],
  ['social-sciences', 'İqtisadiyyat', 'Economics', 'Экономика', 'İktisat'],
  ['social-sciences', 'Psixologiya', 'Psychology', 'Психология', 'Psikoloji'],
  ['education', 'İbtidai sinif müəllimliyi', 'Primary teaching', 'Начальное образование', 'Sınıf öğretmenliği'],
  [
    'education',
    'Xarici dil müəllimliyi',
    'Foreign language teaching',
    'Преподавание языков',
    'Yabancı dil öğretmenliği',
  ],
  ['natural-sciences', 'Ekologiya', 'Ecology', 'Экология', 'Ekoloji'],
  ['arts', 'Dizayn', 'Design', 'Дизайн', 'Tasarım'],
];

const programmeWeeks = 8;
const intakeCount = 27;

function intakeAt(index: number): Intake {
  const start = Date.UTC(2020, index * 3, 15);
  return { index, startsOn: dayOf(start), endsOn: dayOf(start + programmeWeeks * 7 * millisecondsPerDay) };
}

export const catalogue: Catalogue = {
  studyFields,
  studyProgrammes: programmeNames.map(([fieldKey, az, en, ru, tr], index) => ({
    index,
    fieldKey,
    name: { az, en, ru, tr },
  })),
  intakes: Array.from({ length: intakeCount }, (_, index) => intakeAt(index)),
  certificateBands: [
    {
      index: 0,
      minimumScore: 90,
      name: {
        az: 'Birinci növ sertifikat (nümunə)',
        en: 'Certificate of the first type (example)',
        ru: 'Сертификат первого вида (пример)',
        tr: 'Birinci tür sertifika (örnek)',
      },
    },
    {
      index: 1,
      minimumScore: 75,
      name: {
        az: 'İkinci növ sertifikat (nümunə)',
        en: 'Certificate of the second type (example)',
        ru: 'Сертификат второго вида (пример)',
        tr: 'İkinci tür sertifika (örnek)',
      },
    },
    {
      index: 2,
      minimumScore: 51,
      name: {
        az: 'Üçüncü növ sertifikat (nümunə)',
        en: 'Certificate of the third type (example)',
        ru: 'Сертификат третьего вида (пример)',
        tr: 'Üçüncü tür sertifika (örnek)',
      },
    },
  ],
  creativeDisciplines: [
    { key: 'music', name: { az: 'Musiqi', en: 'Music', ru: 'Музыка', tr: 'Müzik' } },
    { key: 'film', name: { az: 'Kino', en: 'Film', ru: 'Кино', tr: 'Sinema' } },
    { key: 'design', name: { az: 'Dizayn', en: 'Design', ru: 'Дизайн', tr: 'Tasarım' } },
    {
      key: 'visual-arts',
      name: { az: 'Təsviri sənət', en: 'Visual arts', ru: 'Изобразительное искусство', tr: 'Görsel sanatlar' },
    },
    { key: 'literature', name: { az: 'Ədəbiyyat', en: 'Literature', ru: 'Литература', tr: 'Edebiyat' } },
    { key: 'theatre', name: { az: 'Teatr', en: 'Theatre', ru: 'Театр', tr: 'Tiyatro' } },
    { key: 'crafts', name: { az: 'Sənətkarlıq', en: 'Crafts', ru: 'Ремёсла', tr: 'El sanatları' } },
    { key: 'media-arts', name: { az: 'Media sənəti', en: 'Media arts', ru: 'Медиаискусство', tr: 'Medya sanatları' } },
  ],
  creativeApplicationsFrom: '2021-12-25',
};
