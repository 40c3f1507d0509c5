import { organizationFacts } from './facts/organization-facts.js';
import type { SeedFact } from './facts/seed-fact.js';
import { stated, generated, type RowSource } from './facts/stated.js';
import { cityNamed } from './cities.js';
import { id } from './identifier.js';
import type { LocalizedText } from './localized-text.js';

/** What kind of member an organisation is. */
export const organizationKinds = {
  registry: 'registry',
  university: 'university',
  agency: 'agency',
  union: 'union',
  memberOrganization: 'member-organization',
  platform: 'platform',
  association: 'association',
  federation: 'federation',
  ministry: 'ministry',
  center: 'center',
  foundation: 'foundation',
  publicUnion: 'public-union',
} as const;

export type OrganizationKind = (typeof organizationKinds)[keyof typeof organizationKinds];

export interface DemoOrganization {
  readonly id: string;
  /** The name by which code refers to it. */
  readonly key: string;
  readonly kind: OrganizationKind;
  readonly name: LocalizedText;
  /** The country of the seat; null where no source states it. */
  readonly countryCode: string | null;
  /** The town of the seat; null where no source states it. */
  readonly city: LocalizedText | null;
  /** Whether the organisation is made up; false when a source names it. */
  readonly generated: boolean;
  /** Where a source names it; absent when it is generated. */
  readonly fact?: SeedFact;
  readonly source: RowSource;
}

type Names = readonly [az: string, en: string, ru: string, tr: string];

/** Where an organisation sits: a town of the demo data, or a country of which no town is stated; null: nowhere stated. */
type Seat = { readonly town: string } | { readonly country: string } | null;

const unstated: Seat = null;
const azerbaijan: Seat = { country: 'AZ' };

function organization(key: string, kind: OrganizationKind, seat: Seat, names: Names): DemoOrganization {
  const [az, en, ru, tr] = names;
  const city = seat !== null && 'town' in seat ? cityNamed(seat.town) : null;
  const country = seat !== null && 'country' in seat ? seat.country : null;
  const fact = organizationFacts[key];
  return {
    id: id('organization', key),
    key,
    kind,
    name: { az, en, ru, tr },
    countryCode: city?.countryCode ?? country,
    city: city?.name ?? null,
    generated: fact === undefined,
    ...(fact === undefined ? {} : { fact }),
    source: fact === undefined ? generated : stated(fact),
  };
}

/** The organisations that the sources name, and the federation's own office. */
const named: readonly DemoOrganization[] = [
  organization('registry-office', 'registry', { town: 'Bakı' }, [
    'Birlik Reyestr İdarəsi',
    'Birlik Registry Office',
    'Реестровое бюро «Бирлик»',
    'Birlik Kayıt Ofisi',
  ]),
  organization('mdu', 'university', { town: 'Mingəçevir' }, [
    'Mingəçevir Dövlət Universiteti',
    'Mingachevir State University',
    'Мингячевирский государственный университет',
    'Mingeçevir Devlet Üniversitesi',
  ]),
  organization('asan', 'agency', azerbaijan, [
    'Azərbaycan Respublikasının Prezidenti yanında Vətəndaşlara Xidmət və Sosial İnnovasiyalar üzrə Dövlət Agentliyi',
    'State Agency for Citizens Service and Social Innovations under the President of the Republic of Azerbaijan',
    'Государственное агентство по оказанию услуг гражданам и социальным инновациям при Президенте Азербайджанской Республики',
    'Azerbaycan Cumhurbaşkanlığı Vatandaşlara Hizmet ve Sosyal İnovasyonlar Devlet Ajansı',
  ]),
  organization('uvoa', 'union', azerbaijan, [
    'Azərbaycan Könüllü Təşkilatları İttifaqı',
    'Union of Volunteer Organizations of Azerbaijan',
    'Союз волонтёрских организаций Азербайджана',
    'Azerbaycan Gönüllü Kuruluşları Birliği',
  ]),
  organization('nvn-kz', 'union', { country: 'KZ' }, [
    'Qazaxıstan Milli Könüllülük Şəbəkəsi',
    'National Volunteer Network of Kazakhstan',
    'Национальная волонтёрская сеть Казахстана',
    'Kazakistan Ulusal Gönüllülük Ağı',
  ]),
  organization('asap', 'platform', unstated, [
    'Azərbaycanlı Tələbələr və Məzunlar Platforması',
    'Azerbaijani Students and Alumni Platform',
    'Платформа азербайджанских студентов и выпускников',
    'Azerbaycanlı Öğrenciler ve Mezunlar Platformu',
  ]),
  organization('assoc-british', 'association', unstated, [
    'Azərbaycan-Britaniya Məzunları İctimai Birliyi',
    'Azerbaijan-British Alumni Public Union',
    'Общественное объединение азербайджано-британских выпускников',
    'Azerbaycan-Britanya Mezunları Derneği',
  ]),
  organization('assoc-us', 'association', unstated, [
    'ABŞ Təhsilli Azərbaycan Məzunları İctimai Birliyi',
    'Public Union of US-Educated Azerbaijani Alumni',
    'Общественное объединение азербайджанских выпускников вузов США',
    'ABD Eğitimli Azerbaycan Mezunları Derneği',
  ]),
  organization('assoc-lithuania', 'association', unstated, [
    'Litva Azərbaycanlı Gənclər Təşkilatı (AYOL)',
    'Azerbaijani Youth Organization of Lithuania (AYOL)',
    'Организация азербайджанской молодёжи Литвы (AYOL)',
    'Litvanya Azerbaycanlı Gençler Teşkilatı (AYOL)',
  ]),
  organization('assoc-italy', 'association', unstated, [
    'Azərbaycan İtaliya Gənclər Assosiasiyası',
    'Azerbaijan-Italy Youth Association',
    'Ассоциация молодёжи Азербайджан — Италия',
    'Azerbaycan İtalya Gençler Derneği',
  ]),
  organization('assoc-benelux', 'association', unstated, [
    'Benilüks Azərbaycanlı Tələbələr və Məzunlar Təşkilatı',
    'Benelux Azerbaijani Students and Alumni Organization',
    'Организация азербайджанских студентов и выпускников Бенилюкса',
    'Benelüks Azerbaycanlı Öğrenciler ve Mezunlar Teşkilatı',
  ]),
  organization('afci', 'federation', azerbaijan, [
    'Azərbaycan Yaradıcı Sənayelər Federasiyası',
    'Azerbaijan Federation of Creative Industries',
    'Азербайджанская федерация креативных индустрий',
    'Azerbaycan Yaratıcı Endüstriler Federasyonu',
  ]),
  organization('min-culture', 'ministry', azerbaijan, [
    'Azərbaycan Respublikasının Mədəniyyət Nazirliyi',
    'Ministry of Culture of the Republic of Azerbaijan',
    'Министерство культуры Азербайджанской Республики',
    'Azerbaycan Cumhuriyeti Kültür Bakanlığı',
  ]),
  organization('min-youth', 'ministry', azerbaijan, [
    'Gənclər və İdman Nazirliyi',
    'Ministry of Youth and Sports',
    'Министерство молодёжи и спорта',
    'Gençlik ve Spor Bakanlığı',
  ]),
  organization('min-ecology', 'ministry', azerbaijan, [
    'Ekologiya və Təbii Sərvətlər Nazirliyi',
    'Ministry of Ecology and Natural Resources',
    'Министерство экологии и природных ресурсов',
    'Ekoloji ve Doğal Kaynaklar Bakanlığı',
  ]),
  organization('idea', 'public-union', unstated, [
    'IDEA İctimai Birliyi',
    'IDEA Public Union',
    'Общественное объединение IDEA',
    'IDEA Derneği',
  ]),
  organization('ivc', 'center', unstated, [
    'Beynəlxalq Könüllülük Mərkəzi',
    'International Volunteer Center',
    'Международный волонтёрский центр',
    'Uluslararası Gönüllülük Merkezi',
  ]),
  organization('youth-foundation', 'foundation', unstated, [
    'Gənclər Fondu',
    'Youth Foundation',
    'Молодёжный фонд',
    'Gençlik Vakfı',
  ]),
];

const universityNames: readonly (readonly [town: string, names: Names])[] = [
  [
    'Gəncə',
    [
      'Kəpəz Universiteti (nümunə)',
      'Kapaz University (example)',
      'Университет Кяпаз (пример)',
      'Kepez Üniversitesi (örnek)',
    ],
  ],
  [
    'Bakı',
    [
      'Xəzər Sahili Universiteti (nümunə)',
      'Caspian Shore University (example)',
      'Университет Каспийского берега (пример)',
      'Hazar Kıyısı Üniversitesi (örnek)',
    ],
  ],
  [
    'Lənkəran',
    [
      'Talış Dağları Universiteti (nümunə)',
      'Talysh Mountains University (example)',
      'Университет Талышских гор (пример)',
      'Talış Dağları Üniversitesi (örnek)',
    ],
  ],
];

const memberNames: readonly (readonly [town: string, names: Names])[] = [
  ['Bakı', ['Yaşıl Addım (nümunə)', 'Green Step (example)', 'Зелёный шаг (пример)', 'Yeşil Adım (örnek)']],
  ['Bakı', ['Açıq Əl (nümunə)', 'Open Hand (example)', 'Открытая ладонь (пример)', 'Açık El (örnek)']],
  [
    'Sumqayıt',
    ['Dəniz Dostları (nümunə)', 'Friends of the Sea (example)', 'Друзья моря (пример)', 'Deniz Dostları (örnek)'],
  ],
  [
    'Gəncə',
    ['Gəncə Gəncləri (nümunə)', 'Youth of Ganja (example)', 'Молодёжь Гянджи (пример)', 'Gence Gençleri (örnek)'],
  ],
  ['Mingəçevir', ['Kür İşığı (nümunə)', 'Light of the Kura (example)', 'Свет Куры (пример)', 'Kür Işığı (örnek)']],
  ['Şəki', ['İpək Yolu (nümunə)', 'Silk Road (example)', 'Шёлковый путь (пример)', 'İpek Yolu (örnek)']],
  ['Lənkəran', ['Cənub Körpüsü (nümunə)', 'Southern Bridge (example)', 'Южный мост (пример)', 'Güney Köprüsü (örnek)']],
  ['Quba', ['Alma Bağı (nümunə)', 'Apple Orchard (example)', 'Яблоневый сад (пример)', 'Elma Bahçesi (örnek)']],
  ['Naxçıvan', ['Əlincə Səsi (nümunə)', 'Voice of Alinja (example)', 'Голос Алинджи (пример)', 'Elince Sesi (örnek)']],
  ['Şirvan', ['Qayğı Dairəsi (nümunə)', 'Circle of Care (example)', 'Круг заботы (пример)', 'Bakım Çemberi (örnek)']],
  [
    'Bərdə',
    [
      'İlk Yardım Dəstəsi (nümunə)',
      'First Aid Team (example)',
      'Отряд первой помощи (пример)',
      'İlk Yardım Ekibi (örnek)',
    ],
  ],
  [
    'Bakı',
    [
      'Rəqəmsal Könüllülər (nümunə)',
      'Digital Volunteers (example)',
      'Цифровые волонтёры (пример)',
      'Dijital Gönüllüler (örnek)',
    ],
  ],
];

/** A national network that is made up: volunteers of Kazakhstan serve with it, and it chairs the center today. */
const network = organization('network-example', 'union', { town: 'Astana' }, [
  'Çöl Könüllüləri Şəbəkəsi (nümunə)',
  'Steppe Volunteer Network (example)',
  'Сеть волонтёров степи (пример)',
  'Bozkır Gönüllü Ağı (örnek)',
]);

/** All organisations of the demo data. */
export const organizations: readonly DemoOrganization[] = [
  ...named,
  ...universityNames.map(([town, names], index) =>
    organization(`university-${index + 2}`, 'university', { town }, names),
  ),
  ...memberNames.map(([town, names], index) =>
    organization(`union-member-${index + 1}`, 'member-organization', { town }, names),
  ),
  network,
];

const organizationsByKey = new Map(organizations.map((one) => [one.key, one]));

/** The organisation of that key. Throws for an unknown one. */
export function organizationNamed(key: string): DemoOrganization {
  const found = organizationsByKey.get(key);
  if (found === undefined) throw new Error(`The demo data has no organisation "${key}".`);
  return found;
}
