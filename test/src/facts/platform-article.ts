import { both, fact, type BothLanguages, type StatedDocument, type StatedFact } from './stated-fact.js';

const source = 'source { sentences }';
const platform = 'alumniPlatforms.nodes.0';

const founding = '2020-ci il 15 avqust tarixində təsis edilmiş qeyri-hökumət təşkilatı.';

function founder(sentence: string, countryCode: string, name: BothLanguages): StatedFact {
  return fact(sentence, `alumniAssociations.nodes[countries.0.code=${countryCode}]`, {
    founder: true,
    foundedPlatformOn: '2020-08-15',
    'organization.name': name,
  });
}

const told = (way: string, sentence: string, text: BothLanguages): StatedFact =>
  fact(sentence, `${platform}.${way}`, { text });

function body(sentence: string, role: string, name: BothLanguages): StatedFact {
  return fact(sentence, `governanceBodies.nodes[function=${role}]`, { name });
}

/** The encyclopedia's article on the alumni platform. */
export const platformArticle: StatedDocument = {
  query: `{
    alumniPlatforms { nodes {
      legalForm foundedOn foundingConferenceOn aim role organization { name } ${source}
      goals { text ${source} } duties { text ${source} } activities { text ${source} }
      pressReports { title publisher publishedOn ${source} }
    } }
    alumniAssociations { nodes { founder foundedPlatformOn countries { code } organization { name } ${source} } }
    governanceBodies { nodes { function name ${source} } }
  }`,
  facts: [
    fact(founding, platform, {
      foundedOn: '2020-08-15',
      'organization.name': both(
        'Azərbaycanlı Tələbələr və Məzunlar Platforması',
        'Azerbaijani Students and Alumni Platform',
      ),
    }),
    fact(founding, platform, { legalForm: both('Qeyri-hökumət təşkilatı', 'Non-governmental organization') }),
    fact(
      'Təşkilat xarici ölkələrdə təhsil alan tələbələr və artıq təhsilini başa vurmuş gənclər arasında əməkdaşlığın yaradılması hədəfləyir',
      platform,
      {
        aim: both(
          'Xarici ölkələrdə təhsil alan tələbələr və artıq təhsilini başa vurmuş gənclər arasında əməkdaşlığın yaradılması',
          'Cooperation between students who study abroad and young people who have completed their studies',
        ),
      },
    ),
    fact('Təşkilat xaricdəki tələbələr üçün əsas kommunikasiya və informasiya portalı rolunu oynayır', platform, {
      role: both(
        'Xaricdəki tələbələr üçün əsas kommunikasiya və informasiya portalı',
        'The main communication and information portal for students abroad',
      ),
    }),
    founder(
      'Azərbaycan-Britaniya Məzunları İctimai Birliyi',
      'GB',
      both('Azərbaycan-Britaniya Məzunları İctimai Birliyi', 'Azerbaijan-British Alumni Public Union'),
    ),
    founder(
      'ABŞ Təhsilli Azərbaycan Məzunları İctimai Birliyi',
      'US',
      both('ABŞ Təhsilli Azərbaycan Məzunları İctimai Birliyi', 'Public Union of US-Educated Azerbaijani Alumni'),
    ),
    founder(
      'Litva Azərbaycanlı Gənclər Təşkilatı (AYOL)',
      'LT',
      both('Litva Azərbaycanlı Gənclər Təşkilatı (AYOL)', 'Azerbaijani Youth Organization of Lithuania (AYOL)'),
    ),
    founder(
      'Azərbaycan İtaliya Gənclər Assosiasiyası',
      'IT',
      both('Azərbaycan İtaliya Gənclər Assosiasiyası', 'Azerbaijan-Italy Youth Association'),
    ),
    fact(
      'Benilüks Azərbaycanlı Tələbələr və Məzunlar təşkilatlarının',
      'alumniAssociations.nodes[countries.length=3]',
      {
        founder: true,
        countries: [{ code: 'BE' }, { code: 'LU' }, { code: 'NL' }],
        'organization.name': both(
          'Benilüks Azərbaycanlı Tələbələr və Məzunlar Təşkilatı',
          'Benelux Azerbaijani Students and Alumni Organization',
        ),
      },
    ),
    fact('ASAP-ın təsis konfransı keçirilmişdir', platform, { foundingConferenceOn: '2020-08-15' }),
    told(
      'goals.0',
      'Tələbə və məzunlar arasında şəbəkələşmənin təmin edilməsi',
      both('Tələbə və məzunlar arasında şəbəkələşmənin təmin edilməsi', 'Networking between students and alumni'),
    ),
    told(
      'goals.1',
      'Gənc kadrların karyera inkişafının dəstəklənməsi',
      both(
        'Gənc kadrların karyera inkişafının dəstəklənməsi',
        'Support for the career development of young professionals',
      ),
    ),
    told(
      'goals.2',
      'Təhsilini bitirib ölkəyə qayıdan tələbələrə məzunlar tərəfindən mentor dəstəyinin göstərilməsi',
      both(
        'Təhsilini bitirib ölkəyə qayıdan tələbələrə məzunlar tərəfindən mentor dəstəyinin göstərilməsi',
        'Mentoring by alumni for students who return home after their studies',
      ),
    ),
    told(
      'goals.3',
      'Azərbaycan reallıqlarının və mədəniyyətinin dünyada tanıdılması',
      both(
        'Azərbaycan reallıqlarının və mədəniyyətinin dünyada tanıdılması',
        'Making the realities and the culture of Azerbaijan known in the world',
      ),
    ),
    told(
      'goals.4',
      'Azərbaycanla, o cümlədən, Dağlıq Qarabağla bağlı həqiqətlərin dünya ictimaiyyətinə çatdırılması',
      both(
        'Azərbaycanla, o cümlədən, Dağlıq Qarabağla bağlı həqiqətlərin dünya ictimaiyyətinə çatdırılması',
        'Informing the international public on matters of Azerbaijan, Nagorno-Karabakh included',
      ),
    ),
    told(
      'duties.0',
      'Xaricdə təhsilini davam etdirən və artıq məzun olmuş azərbaycanlılar arasında vahid platformanın yaradılması, onlar barədə məlumatın elektron bazada toplanması',
      both(
        'Vahid platformanın yaradılması və məlumatın elektron bazada toplanması',
        'One platform for students and alumni abroad, and an electronic base of their data',
      ),
    ),
    told(
      'duties.1',
      'Diplomatik nümayəndəliklərlə sıx əlaqələrin qurulması və zəruri hallarda xaricdə təhsil alan tələbələrə dəstəyin göstərilməsi',
      both(
        'Diplomatik nümayəndəliklərlə əlaqələr və xaricdəki tələbələrə dəstək',
        'Close ties with diplomatic missions and support for students abroad',
      ),
    ),
    told(
      'duties.2',
      'Müxtəlif fövqəladə hallar şəraitində tələbələrin operativ şəkildə məlumatlandırılması və dəstəklənməsi',
      both(
        'Fövqəladə hallarda tələbələrin operativ məlumatlandırılması və dəstəklənməsi',
        'Prompt information and support for students in emergencies',
      ),
    ),
    told(
      'duties.3',
      'Xaricdə təhsil alan tələbələrin problemlərinin müəyyən edilməsi və bu problemlərin həll edilməsi məqsədilə rəsmi şəxslərlə mütəmadi görüşlərin təşkil olunması',
      both(
        'Tələbələrin problemlərinin müəyyən edilməsi və rəsmi şəxslərlə görüşlər',
        'Identifying the problems of students abroad and meeting officials regularly to solve them',
      ),
    ),
    body('Ali idarəetmə orqanı olan Ümumi Yığıncaq', 'SUPREME', both('Ümumi Yığıncaq', 'General Assembly')),
    body('Cari idarəetmə orqanı olan İdarə Heyəti', 'GOVERNING', both('İdarə Heyəti', 'Board')),
    body('İcra orqanı olan Katiblik', 'EXECUTIVE', both('Katiblik', 'Secretariat')),
    body(
      'Nəzarət orqanı olan Nəzarət-Təftiş Komissiyası',
      'SUPERVISORY',
      both('Nəzarət-Təftiş Komissiyası', 'Control and Audit Commission'),
    ),
    told(
      'activities.0',
      'Gənclərin Vahid Platformasının yaradılması',
      both(
        'İkinci Qarabağ müharibəsi dövründə Gənclərin Vahid Platformasının yaradılması',
        'Creation of the Unified Platform of Youth during the Second Karabakh War',
      ),
    ),
    told(
      'activities.1',
      'Xaricdə təhsil almış məzunların birbaşa iştirakı ilə Sosial media kanalları üçün xarici dillərdə tarixi faktlara və araşdırmalara əsaslanan kontentlərin formalaşdırılması',
      both(
        'Sosial media üçün xarici dillərdə kontentlər, fəaliyyət qrupu və beynəlxalq qurumlara rəsmi müraciətlər',
        'Content in foreign languages for social media made with alumni of universities abroad, a working group, and official appeals to international bodies',
      ),
    ),
    told(
      'activities.2',
      'Sığınacaqlardakı mülki əhaliyə, hərbi hospitallara və şəhid ailələrinə yardım etmək məqsədilə aparılan sosial kampaniyalara dəstək',
      both(
        'Yardım məqsədilə aparılan sosial kampaniyalara dəstək',
        'Support for aid campaigns for civilians in shelters, military hospitals and bereaved families',
      ),
    ),
    told(
      'activities.3',
      '20 Yanvar – Ümumxalq Hüzn Günü ilə əlaqədar Şəhidlər Xiyabanının ziyarət edilməsi və bu mövzuda 20 yanvar şahidləri ilə görüş',
      both(
        '20 Yanvarla əlaqədar Şəhidlər Xiyabanının ziyarəti və şahidlərlə görüş',
        'Visit to the Alley of Martyrs and meeting with witnesses on the day of mourning of 20 January',
      ),
    ),
    told(
      'activities.4',
      'ATƏT, BMT, UNICEF kimi təşkilatlara müraciətlər ünvanlanıb',
      both(
        'Dinc əhali ilə bağlı ATƏT, BMT və UNICEF-ə müraciətlər',
        'Appeals to the OSCE, the UN and UNICEF on civilian casualties',
      ),
    ),
    told(
      'activities.5',
      'ATƏT, BMT, UNICEF kimi təşkilatlara müraciətlər ünvanlayıb',
      both(
        'Bərdə ilə bağlı ATƏT, BMT və UNICEF-ə müraciətlər',
        'Appeals to the OSCE, the UN and UNICEF on the rocket strike on Barda',
      ),
    ),
    fact(
      '"Azərbaycan Tələbə və Məzunlar Platforması yaradılır" (az.). azvision.az. 24 İyun 2020.',
      `${platform}.pressReports[publishedOn=2020-06-24]`,
      {
        publisher: 'azvision.az',
        title: both(
          'Azərbaycan Tələbə və Məzunlar Platforması yaradılır',
          'The Azerbaijani Students and Alumni Platform is being created',
        ),
      },
    ),
    fact(
      '"Xaricdə təhsil alan Azərbaycanlı Tələbələr və Məzunlar Platformasının təsis konfransı keçirilib" (az.). news.milli.az. 18 Avqust 2020.',
      `${platform}.pressReports[publishedOn=2020-08-18]`,
      {
        publisher: 'news.milli.az',
        title: both(
          'Xaricdə təhsil alan Azərbaycanlı Tələbələr və Məzunlar Platformasının təsis konfransı keçirilib',
          'The founding conference of the Platform of Azerbaijani Students and Alumni abroad was held',
        ),
      },
    ),
  ],
};
