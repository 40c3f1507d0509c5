import { both, fact, type BothLanguages, type StatedDocument, type StatedFact } from './stated-fact.js';

const source = 'source { sentences }';
const conference = 'conferences.nodes[reportedOn=2024-12-17]';
const organized =
  'The II conference of member countries of the International Volunteer Center was organized in Sheki City with the support of the Youth Foundation and the organization of the Union of Volunteer Organizations of Azerbaijan (UVOA)';
const within =
  'within the framework of the "Azerbaijan Volunteer Week" dedicated to the "Year of Solidarity for the Green World"';
const partners =
  '"Volunteerism Week" is held in partnership with the Ministry of Youth and Sports, the Ministry of Ecology and Natural Resources, "ASAN Service" and IDEA Public Union.';

const uvoa = both('Azərbaycan Könüllü Təşkilatları İttifaqı', 'Union of Volunteer Organizations of Azerbaijan');

const inSixCountries = ['AZ', 'KG', 'KZ', 'TJ', 'TR', 'UZ'].map((code) => ({ code }));

function contributor(sentence: string, role: string, name: BothLanguages): StatedFact {
  return fact(sentence, `${conference}.contributors[organization.name=${name.az}|${name.en}]`, { role });
}

function speaker(sentence: string, name: string, told: Readonly<Record<string, unknown>>): StatedFact {
  return fact(sentence, `${conference}.speakers[name=${name}]`, told);
}

/** The news on the second conference of the center's member countries. */
export const membersConference: StatedDocument = {
  query: `{
    conferences { nodes {
      name reportedOn place occasion theme participants { code } ${source}
      contributors { role organization { name } ${source} }
      sessions { kind title ${source} }
      speakers { name office organization { name } ${source} }
      statements { text speaker { name } ${source} }
      reports { title year country { code } presentedBy { name } ${source} }
    } }
    chair(on: "2025-06-15") {
      startsOn endsOn holders { organization { name } ${source} } ${source}
      announcedAt { name } projectsPresentedAt { name }
    }
  }`,
  facts: [
    fact(organized, conference, {
      name: both(
        'Beynəlxalq Könüllülük Mərkəzinə üzv ölkələrin II konfransı',
        'II conference of member countries of the International Volunteer Center',
      ),
    }),
    fact(organized, conference, { place: both('Şəki', 'Sheki') }),
    contributor(organized, 'ORGANIZER', uvoa),
    contributor(organized, 'SUPPORTER', both('Gənclər Fondu', 'Youth Foundation')),
    fact(within, conference, { occasion: both('Azərbaycan Könüllülər Həftəsi', 'Azerbaijan Volunteer Week') }),
    fact(within, conference, {
      theme: both('Yaşıl dünya naminə həmrəylik ili', 'Year of Solidarity for the Green World'),
    }),
    fact(organized, conference, { reportedOn: '2024-12-17' }),
    fact(
      'delegations from Azerbaijan, Turkiye, Kazakhstan, Uzbekistan, Kyrgyzstan, and Tajikistan were represented',
      conference,
      { participants: inSixCountries },
    ),
    speaker('Yusif Valiyev, a representative of the Youth Foundation', 'Yusif Valiyev', {
      office: both('Nümayəndə', 'Representative'),
      'organization.name': both('Gənclər Fondu', 'Youth Foundation'),
    }),
    speaker('AKTI Chairman Vugar Aliyev', 'Vugar Aliyev', {
      office: both('Sədr', 'Chairman'),
      'organization.name': uvoa,
    }),
    speaker(
      'Nakispekova, International Relations Coordinator of the National Volunteer Network of Kazakhstan',
      'Aiman Nakispekova',
      {
        office: both('Beynəlxalq əlaqələr üzrə koordinator', 'International relations coordinator'),
        'organization.name': both('Qazaxıstan Milli Könüllülük Şəbəkəsi', 'National Volunteer Network of Kazakhstan'),
      },
    ),
    fact(
      'presented a report on the work of the International Volunteer Center in Kazakhstan this year.',
      `${conference}.reports.0`,
      {
        year: 2024,
        'country.code': 'KZ',
        'presentedBy.name': 'Aiman Nakispekova',
        title: both(
          'Beynəlxalq Könüllülük Mərkəzinin Qazaxıstanda bu ilki fəaliyyəti',
          'The work of the International Volunteer Center in Kazakhstan this year',
        ),
      },
    ),
    fact(
      'it was announced that the Union of Volunteer Organizations of Azerbaijan will chair the International Volunteer Center in 2025',
      'chair',
      {
        startsOn: '2025-01-01',
        endsOn: '2025-12-31',
        'holders.0.organization.name': uvoa,
        'announcedAt.name': both(
          'Beynəlxalq Könüllülük Mərkəzinə üzv ölkələrin II konfransı',
          'II conference of member countries of the International Volunteer Center',
        ),
      },
    ),
    fact(
      "detailed information was provided on the projects to be implemented during the organization's chairmanship.",
      `${conference}.statements.6`,
      {
        text: both(
          'Sədrlik dövründə həyata keçiriləcək layihələr barədə ətraflı məlumat verilib',
          'Detailed information was given on the projects to be implemented during the chairmanship',
        ),
      },
    ),
    fact(
      'shared various aspects of the volunteer movement and their experiences in this field',
      `${conference}.sessions.1`,
      {
        kind: 'EXPERIENCE',
        title: both(
          'İkinci hissə: altı ölkənin nümayəndələri könüllülük hərəkatı üzrə təcrübələrini bölüşür və regional əməkdaşlığın əhəmiyyətini vurğulayır',
          'Second part: representatives of six countries share their experience of the volunteer movement and stress the importance of regional cooperation',
        ),
      },
    ),
    fact(partners, `${conference}.contributors[organization.name=IDEA İctimai Birliyi|IDEA Public Union]`, {
      role: 'PARTNER',
    }),
  ],
};

/** What each speaker said, beside the facts that are counted. */
export const speeches: readonly StatedFact[] = [
  fact(
    'volunteering makes a great contribution to the personal and professional development of young people.',
    `${conference}.statements.0`,
    { 'speaker.name': 'Yusif Valiyev' },
  ),
  fact('provided information about the successes our country has achieved', `${conference}.statements.2`, {
    'speaker.name': 'Vugar Aliyev',
  }),
  fact('spoke about the development of the volunteer movement in her country', `${conference}.statements.3`, {
    'speaker.name': 'Aiman Nakispekova',
  }),
  contributor(partners, 'PARTNER', both('Gənclər və İdman Nazirliyi', 'Ministry of Youth and Sports')),
  contributor(
    partners,
    'PARTNER',
    both('Ekologiya və Təbii Sərvətlər Nazirliyi', 'Ministry of Ecology and Natural Resources'),
  ),
];
