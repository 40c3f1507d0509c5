import { both, fact, type BothLanguages, type StatedDocument, type StatedFact } from './stated-fact.js';

const source = 'source { sentences }';
const movement = 'campaigns.nodes.0';
const launched =
  'On December 25, the Azerbaijan Federation of Creative Industries launched, in partnership with the Ministry of Culture of the Republic of Azerbaijan, the joint project "Creative Azerbaijan Volunteers" Movement.';
const activities =
  'the movement has supported multiple activities in promoting the role of cultural and creative industries for sustainable development and creating opportunities for the people to participate in the cultural life of the country.';

const aim = (place: number, sentence: string, text: BothLanguages): StatedFact =>
  fact(sentence, movement, { [`aims.${place}`]: text });

function activity(title: BothLanguages): StatedFact {
  return fact(activities, `creativeActivities.nodes[title=${title.az}|${title.en}]`, { heldOn: null });
}

/** The civil-society report on the creative volunteers' movement. */
export const creativeReport: StatedDocument = {
  query: `{
    campaigns(status: DECIDED) { nodes {
      name summary registration registeredOver seats launchedOn launchDay { month day } aims electedFrom ${source}
      organization { name } partner { name }
      reportedFigures { definition value precision ${source} }
      commission { name task ${source} }
      conventionReport { convention reportedBy ${source} sections { kind title entries ${source} } }
    } }
    creativeActivities(first: 100) { nodes { title heldOn ${source} } }
  }`,
  facts: [
    fact(launched, movement, {
      name: both('“Yaradıcı Azərbaycan Könüllüləri” Hərəkatı', 'Creative Azerbaijan Volunteers Movement'),
      launchDay: { month: 12, day: 25 },
      launchedOn: null,
      'organization.name': both(
        'Azərbaycan Yaradıcı Sənayelər Federasiyası',
        'Azerbaijan Federation of Creative Industries',
      ),
    }),
    fact(launched, movement, {
      'partner.name': both(
        'Azərbaycan Respublikasının Mədəniyyət Nazirliyi',
        'Ministry of Culture of the Republic of Azerbaijan',
      ),
    }),
    aim(
      0,
      'strengthen the participation of creative people in the field of culture and creative industries',
      both(
        'Yaradıcı insanların mədəniyyət və yaradıcı sənayelərdə iştirakının gücləndirilməsi',
        'Stronger participation of creative people in culture and the creative industries',
      ),
    ),
    aim(
      1,
      'expand the exchange of experience',
      both('Təcrübə mübadiləsinin genişləndirilməsi', 'Wider exchange of experience'),
    ),
    aim(
      2,
      'support the young creative people in enhancing their knowledge and skills',
      both(
        'Gənc yaradıcıların bilik və bacarıqlarının artırılmasına dəstək',
        'Support for the knowledge and skills of young creative people',
      ),
    ),
    aim(
      3,
      'develop and implement thematic programs',
      both('Tematik proqramların hazırlanması və icrası', 'Thematic programmes'),
    ),
    aim(
      4,
      'participate in career programs',
      both('Karyera proqramlarında iştirak', 'Participation in career programmes'),
    ),
    aim(
      5,
      'establishing networks among young creators and developing joint exchange programs',
      both(
        'Gənc yaradıcılar arasında şəbəkələr və birgə mübadilə proqramları',
        'Networks among young creators and joint exchange programmes',
      ),
    ),
    fact(
      'a great opportunity for professional development, close participation in the large-scale activities of the ministry, being part of the "Creative Azerbaijan" process',
      movement,
      {
        summary: both(
          'Peşəkar inkişaf, nazirliyin irimiqyaslı tədbirlərində yaxından iştirak və “Yaradıcı Azərbaycan” prosesinin bir hissəsi olmaq imkanı, yaradıcılıqla bağlı təhsil proqramlarının təkmilləşdirilməsinə töhfə.',
          'A great opportunity for professional development, close participation in the large-scale activities of the ministry, being part of the “Creative Azerbaijan” process, and contributing to better creativity-related education programmes.',
        ),
      },
    ),
    fact(
      'A questionnaire for registration has been spread on social networks for young people to join the movement.',
      movement,
      {
        registration: both(
          'Qeydiyyat anketi sosial şəbəkələrdə yayılıb',
          'A questionnaire for registration has been spread on social networks',
        ),
      },
    ),
    fact('In a short time, more than 500 creative people have registered.', `${movement}.reportedFigures.0`, {
      value: 500,
      precision: 'MORE_THAN',
      definition: both('Qeydiyyatdan keçmiş yaradıcı insanlar', 'Creative people who have registered'),
    }),
    fact('According to the criteria set by the established selection commission', `${movement}.commission`, {
      name: both('Seçim komissiyası', 'Selection commission'),
      task: both(
        'Meyarları müəyyən edir və qiymətləndirmə əsasında könüllüləri seçir',
        'Sets the criteria and elects the volunteers by an assessment',
      ),
    }),
    fact(
      '30 young people registered during the assessment were elected creative Azerbaijani volunteers.',
      `${movement}.reportedFigures.1`,
      {
        value: 30,
        precision: 'EXACT',
        definition: both('Seçilmiş yaradıcı könüllülər', 'Creative volunteers who were elected'),
      },
    ),
    fact('The selected volunteers come both from the capital city and different regions of the country.', movement, {
      electedFrom: ['CAPITAL', 'REGION'],
    }),
    activity(
      both(
        'Mədəniyyət və yaradıcı sənayelərin dayanıqlı inkişafdakı rolunun təşviqi',
        'Promoting the role of cultural and creative industries for sustainable development',
      ),
    ),
    activity(
      both(
        'İnsanların ölkənin mədəni həyatında iştirakı üçün imkanların yaradılması',
        'Creating opportunities for the people to participate in the cultural life of the country',
      ),
    ),
    fact('Está medida ha sido notificada por la sociedad civil.', `${movement}.conventionReport`, {
      reportedBy: 'CIVIL_SOCIETY',
      convention: both('UNESCO-nun 2005-ci il Konvensiyası', 'UNESCO 2005 Convention'),
    }),
    fact('Objetivo(s) de la Convención 2005 de la UNESCO', `${movement}.conventionReport.sections[kind=GOALS]`, {
      title: both('UNESCO-nun 2005-ci il Konvensiyasının məqsədləri', 'Goals of the UNESCO 2005 Convention'),
      entries: [],
    }),
  ],
};
