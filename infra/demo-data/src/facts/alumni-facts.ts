import { factGroup, type NamedFact } from './seed-fact.js';

const source = 'S1';

const goals: readonly NamedFact[] = [
  {
    source,
    key: 'networking',
    text: 'Tələbə və məzunlar arasında şəbəkələşmənin təmin edilməsi',
    name: {
      az: 'Tələbə və məzunlar arasında şəbəkələşmənin təmin edilməsi',
      en: 'Networking between students and alumni',
    },
  },
  {
    source,
    key: 'careers',
    text: 'Gənc kadrların karyera inkişafının dəstəklənməsi',
    name: {
      az: 'Gənc kadrların karyera inkişafının dəstəklənməsi',
      en: 'Support for the career development of young professionals',
    },
  },
  {
    source,
    key: 'mentoring',
    text: 'Təhsilini bitirib ölkəyə qayıdan tələbələrə məzunlar tərəfindən mentor dəstəyinin göstərilməsi',
    name: {
      az: 'Təhsilini bitirib ölkəyə qayıdan tələbələrə məzunlar tərəfindən mentor dəstəyinin göstərilməsi',
      en: 'Mentoring by alumni for students who return home after their studies',
    },
  },
  {
    source,
    key: 'culture',
    text: 'Azərbaycan reallıqlarının və mədəniyyətinin dünyada tanıdılması',
    name: {
      az: 'Azərbaycan reallıqlarının və mədəniyyətinin dünyada tanıdılması',
      en: 'Making the realities and the culture of Azerbaijan known in the world',
    },
  },
  {
    source,
    key: 'public-information',
    text: 'Azərbaycanla, o cümlədən, Dağlıq Qarabağla bağlı həqiqətlərin dünya ictimaiyyətinə çatdırılması',
    name: {
      az: 'Azərbaycanla, o cümlədən, Dağlıq Qarabağla bağlı həqiqətlərin dünya ictimaiyyətinə çatdırılması',
      en: 'Informing the international public on matters of Azerbaijan, Nagorno-Karabakh included',
    },
  },
];

const duties: readonly NamedFact[] = [
  {
    source,
    key: 'electronic-base',
    text:
      'Xaricdə təhsilini davam etdirən və artıq məzun olmuş azərbaycanlılar arasında vahid platformanın yaradılması, ' +
      'onlar barədə məlumatın elektron bazada toplanması',
    name: {
      az: 'Vahid platformanın yaradılması və məlumatın elektron bazada toplanması',
      en: 'One platform for students and alumni abroad, and an electronic base of their data',
    },
  },
  {
    source,
    key: 'diplomatic-missions',
    text:
      'Diplomatik nümayəndəliklərlə sıx əlaqələrin qurulması və zəruri hallarda xaricdə təhsil alan tələbələrə dəstəyin ' +
      'göstərilməsi',
    name: {
      az: 'Diplomatik nümayəndəliklərlə əlaqələr və xaricdəki tələbələrə dəstək',
      en: 'Close ties with diplomatic missions and support for students abroad',
    },
  },
  {
    source,
    key: 'emergencies',
    text: 'Müxtəlif fövqəladə hallar şəraitində tələbələrin operativ şəkildə məlumatlandırılması və dəstəklənməsi',
    name: {
      az: 'Fövqəladə hallarda tələbələrin operativ məlumatlandırılması və dəstəklənməsi',
      en: 'Prompt information and support for students in emergencies',
    },
  },
  {
    source,
    key: 'problem-cases',
    text:
      'Xaricdə təhsil alan tələbələrin problemlərinin müəyyən edilməsi və bu problemlərin həll edilməsi məqsədilə rəsmi ' +
      'şəxslərlə mütəmadi görüşlərin təşkil olunması',
    name: {
      az: 'Tələbələrin problemlərinin müəyyən edilməsi və rəsmi şəxslərlə görüşlər',
      en: 'Identifying the problems of students abroad and meeting officials regularly to solve them',
    },
  },
];

const bodies: readonly (NamedFact & { readonly function: 'supreme' | 'governing' | 'executive' | 'supervisory' })[] = [
  {
    source,
    key: 'general-assembly',
    function: 'supreme',
    text: 'Ali idarəetmə orqanı olan Ümumi Yığıncaq',
    name: { az: 'Ümumi Yığıncaq', en: 'General Assembly', ru: 'Общее собрание', tr: 'Genel Kurul' },
  },
  {
    source,
    key: 'board',
    function: 'governing',
    text: 'Cari idarəetmə orqanı olan İdarə Heyəti',
    name: { az: 'İdarə Heyəti', en: 'Board', ru: 'Правление', tr: 'Yönetim Kurulu' },
  },
  {
    source,
    key: 'secretariat',
    function: 'executive',
    text: 'İcra orqanı olan Katiblik',
    name: { az: 'Katiblik', en: 'Secretariat', ru: 'Секретариат', tr: 'Sekretarya' },
  },
  {
    source,
    key: 'control-audit-commission',
    function: 'supervisory',
    text: 'Nəzarət orqanı olan Nəzarət-Təftiş Komissiyası',
    name: {
      az: 'Nəzarət-Təftiş Komissiyası',
      en: 'Control and Audit Commission',
      ru: 'Контрольно-ревизионная комиссия',
      tr: 'Denetleme Kurulu',
    },
  },
];

const activities: readonly NamedFact[] = [
  {
    source,
    key: 'youth-platform',
    text:
      'İkinci Qarabağ müharibəsi dövründə şanlı Azərbaycan Ordusunun döyüş meydanında qazandığı uğurların informasiya ' +
      'müharibəsi meydanında gücləndirilməsi məqsədilə Gənclərin Vahid Platformasının yaradılması',
    name: {
      az: 'İkinci Qarabağ müharibəsi dövründə Gənclərin Vahid Platformasının yaradılması',
      en: 'Creation of the Unified Platform of Youth during the Second Karabakh War',
    },
  },
  {
    source,
    key: 'foreign-language-content',
    text:
      'Xaricdə təhsil almış məzunların birbaşa iştirakı ilə Sosial media kanalları üçün xarici dillərdə tarixi faktlara ' +
      'və araşdırmalara əsaslanan kontentlərin formalaşdırılması və sistemli koordinasiyası məqsədilə Dağlıq Qarabağ ' +
      'münaqişəsinə əsaslanan fəaliyyət qrupu yaradılması və beynəlxalq qurumlara və təşkilatlara ölkəmizdə baş ' +
      'verənlərlə bağlı reallığı əks etdirən rəsmi müraciətlərin ünvanlanması',
    name: {
      az: 'Sosial media üçün xarici dillərdə kontentlər, fəaliyyət qrupu və beynəlxalq qurumlara rəsmi müraciətlər',
      en: 'Content in foreign languages for social media made with alumni of universities abroad, a working group, and official appeals to international bodies',
    },
  },
  {
    source,
    key: 'aid-campaigns',
    text:
      'Sığınacaqlardakı mülki əhaliyə, hərbi hospitallara və şəhid ailələrinə yardım etmək məqsədilə aparılan sosial ' +
      'kampaniyalara dəstək',
    name: {
      az: 'Yardım məqsədilə aparılan sosial kampaniyalara dəstək',
      en: 'Support for aid campaigns for civilians in shelters, military hospitals and bereaved families',
    },
  },
  {
    source,
    key: 'commemoration',
    text:
      '20 Yanvar – Ümumxalq Hüzn Günü ilə əlaqədar Şəhidlər Xiyabanının ziyarət edilməsi və bu mövzuda 20 yanvar ' +
      'şahidləri ilə görüş',
    name: {
      az: '20 Yanvarla əlaqədar Şəhidlər Xiyabanının ziyarəti və şahidlərlə görüş',
      en: 'Visit to the Alley of Martyrs and meeting with witnesses on the day of mourning of 20 January',
    },
  },
  {
    source,
    key: 'appeals-civilians',
    text: 'ATƏT, BMT, UNICEF kimi təşkilatlara müraciətlər ünvanlanıb',
    name: {
      az: 'Dinc əhali ilə bağlı ATƏT, BMT və UNICEF-ə müraciətlər',
      en: 'Appeals to the OSCE, the UN and UNICEF on civilian casualties',
    },
  },
  {
    source,
    key: 'appeals-barda',
    text: 'ATƏT, BMT, UNICEF kimi təşkilatlara müraciətlər ünvanlayıb',
    name: {
      az: 'Bərdə ilə bağlı ATƏT, BMT və UNICEF-ə müraciətlər',
      en: 'Appeals to the OSCE, the UN and UNICEF on the rocket strike on Barda',
    },
  },
];

/** What the encyclopedia article states on the alumni platform. */
export const alumniFacts = factGroup({
  founding: {
    source,
    text: '2020-ci il 15 avqust tarixində təsis edilmiş qeyri-hökumət təşkilatı.',
    platformKey: 'asap',
    foundedOn: '2020-08-15',
    legalForm: 'non-governmental',
  },
  founders: [
    {
      source,
      text: 'Azərbaycan-Britaniya Məzunları İctimai Birliyi',
      organizationKey: 'assoc-british',
      countryCodes: ['GB'],
    },
    {
      source,
      text: 'ABŞ Təhsilli Azərbaycan Məzunları İctimai Birliyi',
      organizationKey: 'assoc-us',
      countryCodes: ['US'],
    },
    {
      source,
      text: 'Litva Azərbaycanlı Gənclər Təşkilatı (AYOL)',
      organizationKey: 'assoc-lithuania',
      countryCodes: ['LT'],
    },
    { source, text: 'Azərbaycan İtaliya Gənclər Assosiasiyası', organizationKey: 'assoc-italy', countryCodes: ['IT'] },
    {
      source,
      text: 'Benilüks Azərbaycanlı Tələbələr və Məzunlar təşkilatlarının',
      organizationKey: 'assoc-benelux',
      countryCodes: ['BE', 'LU', 'NL'],
    },
  ],
  foundingConference: { source, text: 'ASAP-ın təsis konfransı keçirilmişdir', heldOn: '2020-08-15' },
  announcement: {
    source,
    title: 'Azərbaycan Tələbə və Məzunlar Platforması yaradılır',
    publisher: 'azvision.az',
    text: '"Azərbaycan Tələbə və Məzunlar Platforması yaradılır" (az.). azvision.az. 24 İyun 2020.',
    publishedOn: '2020-06-24',
  },
  foundingReport: {
    source,
    title: 'Xaricdə təhsil alan Azərbaycanlı Tələbələr və Məzunlar Platformasının təsis konfransı keçirilib',
    publisher: 'news.milli.az',
    text:
      '"Xaricdə təhsil alan Azərbaycanlı Tələbələr və Məzunlar Platformasının təsis konfransı keçirilib" (az.). ' +
      'news.milli.az. 18 Avqust 2020.',
    publishedOn: '2020-08-18',
  },
  purpose: {
    source,
    text:
      'Təşkilat xarici ölkələrdə təhsil alan tələbələr və artıq təhsilini başa vurmuş gənclər arasında əməkdaşlığın ' +
      'yaradılması hədəfləyir',
  },
  portal: {
    source,
    text: 'Təşkilat xaricdəki tələbələr üçün əsas kommunikasiya və informasiya portalı rolunu oynayır',
  },
  goals,
  duties,
  bodies,
  activities,
});
