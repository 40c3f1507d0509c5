import { factGroup, type NamedFact } from './seed-fact.js';

const source = 'S4';

const aims: readonly NamedFact[] = [
  {
    source,
    key: 'participation',
    text: 'strengthen the participation of creative people in the field of culture and creative industries',
    name: {
      az: 'Yaradıcı insanların mədəniyyət və yaradıcı sənayelərdə iştirakının gücləndirilməsi',
      en: 'Stronger participation of creative people in culture and the creative industries',
    },
  },
  {
    source,
    key: 'exchange-of-experience',
    text: 'expand the exchange of experience',
    name: { az: 'Təcrübə mübadiləsinin genişləndirilməsi', en: 'Wider exchange of experience' },
  },
  {
    source,
    key: 'skills',
    text: 'support the young creative people in enhancing their knowledge and skills',
    name: {
      az: 'Gənc yaradıcıların bilik və bacarıqlarının artırılmasına dəstək',
      en: 'Support for the knowledge and skills of young creative people',
    },
  },
  {
    source,
    key: 'thematic-programmes',
    text: 'develop and implement thematic programs',
    name: { az: 'Tematik proqramların hazırlanması və icrası', en: 'Thematic programmes' },
  },
  {
    source,
    key: 'career-programmes',
    text: 'participate in career programs',
    name: { az: 'Karyera proqramlarında iştirak', en: 'Participation in career programmes' },
  },
  {
    source,
    key: 'networks-and-exchanges',
    text: 'establishing networks among young creators and developing joint exchange programs',
    name: {
      az: 'Gənc yaradıcılar arasında şəbəkələr və birgə mübadilə proqramları',
      en: 'Networks among young creators and joint exchange programmes',
    },
  },
];

/** What the civil-society report states on the creative volunteers' movement. */
export const creativeFacts = factGroup({
  movement: {
    source,
    text:
      'On December 25, the Azerbaijan Federation of Creative Industries launched, in partnership with the Ministry of ' +
      'Culture of the Republic of Azerbaijan, the joint project "Creative Azerbaijan Volunteers" Movement.',
    launchMonth: 12,
    launchDay: 25,
    /** The source states no year. */
    launchYear: null,
    federationKey: 'afci',
    partnerKey: 'min-culture',
    name: {
      az: '“Yaradıcı Azərbaycan Könüllüləri” Hərəkatı',
      en: 'Creative Azerbaijan Volunteers Movement',
      ru: 'Движение «Креативные волонтёры Азербайджана»',
      tr: 'Yaratıcı Azerbaycan Gönüllüleri Hareketi',
    },
  },
  reportedByCivilSociety: {
    source,
    text: 'Está medida ha sido notificada por la sociedad civil.',
    convention: 'UNESCO-2005',
  },
  reportForm: [
    { source, key: 'goals', text: 'Objetivo(s) de la Convención 2005 de la UNESCO' },
    { source, key: 'cultural-domains', text: 'Cultural Domain(s)' },
    { source, key: 'cross-cutting-priorities', text: 'Prioridades transversales' },
  ],
  aims,
  benefits: {
    source,
    text:
      'a great opportunity for professional development, close participation in the large-scale activities of the ' +
      'ministry, being part of the "Creative Azerbaijan" process',
  },
  educationProgrammes: { source, text: 'contributing to improving the creativity-related education programmes.' },
  questionnaire: {
    source,
    text: 'A questionnaire for registration has been spread on social networks for young people to join the movement.',
    channel: 'social-networks',
  },
  registered: {
    source,
    text: 'In a short time, more than 500 creative people have registered.',
    moreThan: 500,
  },
  selectionCommission: {
    source,
    text: 'According to the criteria set by the established selection commission',
  },
  elected: {
    source,
    text: '30 young people registered during the assessment were elected creative Azerbaijani volunteers.',
    value: 30,
  },
  electedFrom: {
    source,
    text: 'The selected volunteers come both from the capital city and different regions of the country.',
    regions: ['capital', 'region'],
  },
  activities: {
    source,
    text:
      'the movement has supported multiple activities in promoting the role of cultural and creative industries for ' +
      'sustainable development and creating opportunities for the people to participate in the cultural life of the ' +
      'country.',
  },
});
