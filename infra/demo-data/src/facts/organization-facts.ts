import type { SeedFact } from './seed-fact.js';

const foundingText =
  '2020-ci il 15 avqust tarixində Azərbaycan-Britaniya Məzunları İctimai Birliyi, ABŞ Təhsilli Azərbaycan Məzunları ' +
  'İctimai Birliyi, Litva Azərbaycanlı Gənclər Təşkilatı (AYOL), Azərbaycan İtaliya Gənclər Assosiasiyası, Benilüks ' +
  'Azərbaycanlı Tələbələr və Məzunlar təşkilatlarının iştirakı ilə ASAP-ın təsis konfransı keçirilmişdir';

const partnersText =
  '"Volunteerism Week" is held in partnership with the Ministry of Youth and Sports, the Ministry of Ecology and ' +
  'Natural Resources, "ASAN Service" and IDEA Public Union.';

const founder: SeedFact = { source: 'S1', text: foundingText };
const partner: SeedFact = { source: 'S3', text: partnersText };

/** Where the sources name an organisation, by its key. An organisation that is not here is generated. */
export const organizationFacts: Readonly<Record<string, SeedFact>> = {
  mdu: {
    source: 'S0',
    text: 'A meeting was held with the student contingent of Mingachevir State University',
  },
  asan: {
    source: 'S0',
    text: 'State Agency for Citizens Service and Social Innovations under the President of the Republic of Azerbaijan',
  },
  uvoa: { source: 'S3', text: 'the organization of the Union of Volunteer Organizations of Azerbaijan (UVOA)' },
  'nvn-kz': {
    source: 'S3',
    text: 'International Relations Coordinator of the National Volunteer Network of Kazakhstan',
  },
  asap: {
    source: 'S1',
    text:
      'Azərbaycanlı Tələbələr və Məzunlar Platforması (ASAP, ing. Azerbaijani Students and Alumni Platform) – 2020-ci ' +
      'il 15 avqust tarixində təsis edilmiş qeyri-hökumət təşkilatı.',
  },
  'assoc-british': founder,
  'assoc-us': founder,
  'assoc-lithuania': founder,
  'assoc-italy': founder,
  'assoc-benelux': founder,
  afci: { source: 'S4', text: 'On December 25, the Azerbaijan Federation of Creative Industries launched' },
  'min-culture': {
    source: 'S4',
    text: 'in partnership with the Ministry of Culture of the Republic of Azerbaijan',
  },
  'min-youth': partner,
  'min-ecology': partner,
  idea: partner,
  ivc: {
    source: 'S3',
    text: 'The II conference of member countries of the International Volunteer Center was organized in Sheki City',
  },
  'youth-foundation': { source: 'S3', text: 'with the support of the Youth Foundation' },
};
