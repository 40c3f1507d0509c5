import { both, fact, type BothLanguages, type StatedDocument, type StatedFact } from './stated-fact.js';

const source = 'source { sentences }';
const conference = 'conferences.nodes[heldOn=2020-12-07]';
const held =
  '7 dekabr 2020-ci il tarixində Azərbaycan, Qazaxıstan, Özbəkistan, Rusiya və Qırğızıstanın könüllü təşkilatlarının nümayəndələrinin iştirakı ilə beynəlxalq konfrans keçirilib.';
const discussed = '“Beynəlxalq təcrübədə COVID-19”, “IT texnologiyalarının könüllülük sahəsində tətbiqi';
const spoke = 'sədri Tural Hümbətov, baş katib Emiliya Bayramova və idarə heyətinin üzvü Kamran Əliyev';
const signed =
  '2 dekabr 2020-ci il tarixində Azərbaycan Könüllü Təşkilatları İttifaqı və Qazaxıstanın “Milli Könüllülük Şəbəkəsi” (National Volunteering Network) arasında';

const union = both('Azərbaycan Könüllü Təşkilatları İttifaqı', 'Union of Volunteer Organizations of Azerbaijan');

const topic = (place: number, name: BothLanguages): StatedFact =>
  fact(discussed, conference, { [`topics.${place}`]: name });

function speaker(name: string, office: BothLanguages): StatedFact {
  return fact(spoke, `${conference}.speakers[name=${name}]`, {
    office,
    'organization.name': union,
    'topics.0': both('Beynəlxalq təcrübədə COVID-19', 'COVID-19 in international practice'),
    'topics.length': 4,
  });
}

/** The news on the conference of 2020. */
export const volunteersConference: StatedDocument = {
  query: `{
    conferences { nodes {
      name heldOn place platforms theme themeCountries { code } topics participants { code } ${source}
      sessions { kind title ${source} }
      speakers { name office topics organization { name } ${source} }
      statements { text speaker { name } ${source} }
    } }
    opportunityPortals { nodes { name summary ${source} } }
    volunteeringLaws { nodes { name summary ${source} } }
    agreements(first: 100) { nodes { title purpose signedOn parties { name } countries { code } ${source} } }
  }`,
  facts: [
    fact(held, conference, { heldOn: '2020-12-07' }),
    fact(held, conference, {
      name: both(
        '“Könüllülər İli” mövzusunda beynəlxalq konfrans',
        'International conference on the Year of Volunteers',
      ),
    }),
    fact(held, conference, {
      participants: [{ code: 'AZ' }, { code: 'KG' }, { code: 'KZ' }, { code: 'RU' }, { code: 'UZ' }],
    }),
    fact('ZOOM və YouTube platformaları üzərindən yayımlanan konfransda', conference, {
      platforms: ['Zoom', 'YouTube'],
      place: null,
    }),
    fact('Plenar və müzkirə sessiyalarından ibarət olan konfransda', `${conference}.sessions.0`, {
      kind: 'PLENARY',
      title: both('Plenar sessiya', 'Plenary session'),
    }),
    fact('hər iki ölkədə “Könüllülər İli”nin yekunu ilə bağlı aktual məsələlər müzakirə edilib.', conference, {
      theme: both('Könüllülər İli', 'Year of Volunteers'),
      themeCountries: [{ code: 'AZ' }, { code: 'KZ' }],
    }),
    fact('“COVID-19”a qarşı mübarizədə əhəmiyyətli rol oynayıblar.', `${conference}.statements.0`, {
      text: both(
        'Koronavirus pandemiyasına qarşı tədbirlərdə könüllülərin xüsusi dəstəyi vurğulanıb: onlar həmrəylik və birlik nümayiş etdirərək mühüm rol oynayıblar',
        'The special support of volunteers in the measures against the coronavirus pandemic was stressed: with solidarity and unity they played an important role',
      ),
    }),
    topic(0, both('Beynəlxalq təcrübədə COVID-19', 'COVID-19 in international practice')),
    topic(
      1,
      both(
        'IT texnologiyalarının könüllülük sahəsində tətbiqi (veb saytlar, mobil tətbiqlər və s.)',
        'Information technology in volunteering (web sites, mobile applications and so on)',
      ),
    ),
    topic(2, both('Qanunvericilikdə könüllülük', 'Volunteering in legislation')),
    topic(3, both('Könüllülüyə dəstək', 'Support for volunteering')),
    speaker('Tural Hümbətov', both('Sədr', 'Chairman')),
    speaker('Emiliya Bayramova', both('Baş katib', 'Secretary general')),
    speaker('Kamran Əliyev', both('İdarə heyətinin üzvü', 'Member of the board')),
    fact(
      'ölkəmizdə könüllülük hərəkatının inkişafının başlanğıcı hesab edilən ASAN könüllüləri',
      `${conference}.statements.1`,
      {
        text: both(
          'ASAN könüllüləri ölkədə könüllülük hərəkatının inkişafının başlanğıcı hesab edilir',
          'The ASAN volunteers are considered the beginning of the development of the country’s volunteer movement',
        ),
      },
    ),
    fact(
      'Azərbaycan könüllülərinin vahid portalı konullu.az elektron portalı',
      'opportunityPortals.nodes[name=konullu.az]',
      {
        summary: both('Azərbaycan könüllülərinin vahid portalı', 'The single portal of the volunteers of Azerbaijan'),
      },
    ),
    fact(
      'gənclər üçün müxtəlif imkanları özündə cəmləşdirən “GencApp” mobil tətbiqi',
      'opportunityPortals.nodes[name=GencApp]',
      {
        summary: both(
          'Gənclər üçün müxtəlif imkanları özündə cəmləşdirən mobil tətbiq',
          'A mobile application that brings together opportunities for young people',
        ),
      },
    ),
    fact(
      'ölkəmizdə könüllülük sahəsində fəaliyyətin “Könüllü fəaliyyət haqqında” qanunla tənzimləndiyi vurğulanıb.',
      'volunteeringLaws.nodes.0',
      {
        name: both('“Könüllü fəaliyyət haqqında” Qanun', 'Law on voluntary activity'),
        summary: both('Ölkədə könüllülük sahəsində fəaliyyəti tənzimləyir', 'It regulates volunteering in the country'),
      },
    ),
    fact(signed, 'agreements.nodes[signedOn=2020-12-02]', {
      title: both(
        'Azərbaycan Könüllü Təşkilatları İttifaqı ilə Qazaxıstanın Milli Könüllülük Şəbəkəsi arasında saziş',
        'Agreement between the Union of Volunteer Organizations of Azerbaijan and Kazakhstan’s National Volunteering Network',
      ),
      'parties.length': 2,
    }),
    fact(signed, 'agreements.nodes[signedOn=2020-12-02]', { countries: [{ code: 'AZ' }, { code: 'KZ' }] }),
    fact(
      'ölkələrin davamlı inkişaf hədəflərinin həllinə istiqamətlənən ortaq könüllü proqramları və layihələrinin həyata keçirilməsi məqsədilə saziş imzalanıb.',
      'agreements.nodes[signedOn=2020-12-02]',
      {
        purpose: both(
          'Ölkələrin davamlı inkişaf hədəflərinin həllinə istiqamətlənən ortaq könüllü proqramları və layihələri',
          'Joint volunteer programmes and projects aimed at the sustainable development goals of both countries',
        ),
      },
    ),
  ],
};
