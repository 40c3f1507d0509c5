import { factGroup, type NamedFact, type SpeakerFact } from './seed-fact.js';

const source = 'S2';

const topicsText =
  '“Beynəlxalq təcrübədə COVID-19”, “IT texnologiyalarının könüllülük sahəsində tətbiqi (veb saytlar, mobil tətbiqlər ' +
  'və s.)” və “Qanunvericilikdə könüllülük”, “Könüllülüyə dəstək” mövzuları';

const topics: readonly NamedFact[] = [
  {
    source,
    text: topicsText,
    key: 'covid-19',
    name: { az: 'Beynəlxalq təcrübədə COVID-19', en: 'COVID-19 in international practice' },
  },
  {
    source,
    text: topicsText,
    key: 'technology',
    name: {
      az: 'IT texnologiyalarının könüllülük sahəsində tətbiqi (veb saytlar, mobil tətbiqlər və s.)',
      en: 'Information technology in volunteering (web sites, mobile applications and so on)',
    },
  },
  {
    source,
    text: topicsText,
    key: 'legislation',
    name: { az: 'Qanunvericilikdə könüllülük', en: 'Volunteering in legislation' },
  },
  {
    source,
    text: topicsText,
    key: 'support',
    name: { az: 'Könüllülüyə dəstək', en: 'Support for volunteering' },
  },
];

const speakersText =
  'Azərbaycan Könüllü Təşkilatları İttifaqının sədri Tural Hümbətov, baş katib Emiliya Bayramova və idarə heyətinin ' +
  'üzvü Kamran Əliyev';

const speakers: readonly SpeakerFact[] = [
  {
    source,
    text: speakersText,
    fullName: 'Tural Hümbətov',
    role: { az: 'Sədr', en: 'Chairman', ru: 'Председатель', tr: 'Başkan' },
    organizationKey: 'uvoa',
  },
  {
    source,
    text: speakersText,
    fullName: 'Emiliya Bayramova',
    role: { az: 'Baş katib', en: 'Secretary general', ru: 'Генеральный секретарь', tr: 'Genel sekreter' },
    organizationKey: 'uvoa',
  },
  {
    source,
    text: speakersText,
    fullName: 'Kamran Əliyev',
    role: { az: 'İdarə heyətinin üzvü', en: 'Member of the board', ru: 'Член правления', tr: 'Yönetim kurulu üyesi' },
    organizationKey: 'uvoa',
  },
];

/** What the news on the conference of 2020 states. */
export const unionFacts = factGroup({
  conference: {
    source,
    text:
      '7 dekabr 2020-ci il tarixində Azərbaycan, Qazaxıstan, Özbəkistan, Rusiya və Qırğızıstanın könüllü ' +
      'təşkilatlarının nümayəndələrinin iştirakı ilə beynəlxalq konfrans keçirilib.',
    heldOn: '2020-12-07',
    countryCodes: ['AZ', 'KZ', 'UZ', 'RU', 'KG'],
    name: {
      az: '“Könüllülər İli” mövzusunda beynəlxalq konfrans',
      en: 'International conference on the Year of Volunteers',
      ru: 'Международная конференция на тему «Год волонтёров»',
      tr: '“Gönüllüler Yılı” konulu uluslararası konferans',
    },
  },
  conferencePlatforms: {
    source,
    text: 'ZOOM və YouTube platformaları üzərindən yayımlanan konfransda',
    platforms: ['Zoom', 'YouTube'],
    online: true,
  },
  conferenceSessions: {
    source,
    text: 'Plenar və müzkirə sessiyalarından ibarət olan konfransda',
    sessions: ['plenary', 'discussion'],
  },
  yearOfVolunteers: {
    source,
    text: 'hər iki ölkədə “Könüllülər İli”nin yekunu ilə bağlı aktual məsələlər müzakirə edilib.',
    year: 2020,
    countryCodes: ['AZ', 'KZ'],
  },
  pandemicRole: {
    source,
    text:
      'könüllülər nümunəvi həmrəylik və birlik nümayiş etdirməklə “COVID-19”a qarşı mübarizədə əhəmiyyətli rol ' +
      'oynayıblar.',
  },
  discussions: { source, text: 'mövzuları ətrafında müzakirələrdə iştirak edərək öz təcrübələrini bölüşüblər.' },
  pandemicSupport: {
    source,
    text:
      'milli könüllülük hərəkatının inkişafı və koronavirus pandemiyasının yayılmasına qarşı həyata keçirilən ' +
      'tədbirlərdə könüllülərin xüsusi dəstəyi vurğulanıb.',
  },
  topics,
  speakers,
  asanVolunteersFirst: {
    source,
    text: 'ölkəmizdə könüllülük hərəkatının inkişafının başlanğıcı hesab edilən ASAN könüllüləri',
  },
  portal: {
    source,
    text: 'Azərbaycan könüllülərinin vahid portalı konullu.az elektron portalı',
    address: 'konullu.az',
  },
  mobileApp: {
    source,
    text: 'gənclər üçün müxtəlif imkanları özündə cəmləşdirən “GencApp” mobil tətbiqi',
    name: 'GencApp',
  },
  law: {
    source,
    text: 'ölkəmizdə könüllülük sahəsində fəaliyyətin “Könüllü fəaliyyət haqqında” qanunla tənzimləndiyi vurğulanıb.',
    name: {
      az: '“Könüllü fəaliyyət haqqında” Qanun',
      en: 'Law on voluntary activity',
      ru: 'Закон «О добровольческой деятельности»',
      tr: 'Gönüllü faaliyet hakkında kanun',
    },
  },
  agreement: {
    source,
    text:
      '2 dekabr 2020-ci il tarixində Azərbaycan Könüllü Təşkilatları İttifaqı və Qazaxıstanın “Milli Könüllülük ' +
      'Şəbəkəsi” (National Volunteering Network) arasında ölkələrin davamlı inkişaf hədəflərinin həllinə istiqamətlənən ' +
      'ortaq könüllü proqramları və layihələrinin həyata keçirilməsi məqsədilə saziş imzalanıb.',
    signedOn: '2020-12-02',
    partyKeys: ['uvoa', 'nvn-kz'],
    purpose: {
      az: 'Ölkələrin davamlı inkişaf hədəflərinin həllinə istiqamətlənən ortaq könüllü proqramları və layihələri',
      en: 'Joint volunteer programmes and projects aimed at the sustainable development goals of both countries',
      ru: 'Совместные волонтёрские программы и проекты для целей устойчивого развития обеих стран',
      tr: 'İki ülkenin sürdürülebilir kalkınma hedeflerine yönelik ortak gönüllülük programları ve projeleri',
    },
  },
});
