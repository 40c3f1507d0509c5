import { factGroup, type SpeakerFact } from './seed-fact.js';

const source = 'S3';

const speakers: readonly SpeakerFact[] = [
  {
    source,
    text: 'Yusif Valiyev, a representative of the Youth Foundation',
    fullName: 'Yusif Valiyev',
    role: { az: 'Nümayəndə', en: 'Representative', ru: 'Представитель', tr: 'Temsilci' },
    organizationKey: 'youth-foundation',
  },
  {
    source,
    text: 'AKTI Chairman Vugar Aliyev',
    fullName: 'Vugar Aliyev',
    role: { az: 'Sədr', en: 'Chairman', ru: 'Председатель', tr: 'Başkan' },
    // AKTI is the union's Azerbaijani abbreviation: Azərbaycan Könüllü Təşkilatları İttifaqı.
    organizationKey: 'uvoa',
  },
  {
    source,
    // The source's copy has lost two letters between the names.
    text: 'Nakispekova, International Relations Coordinator of the National Volunteer Network of Kazakhstan',
    fullName: 'Aiman Nakispekova',
    role: {
      az: 'Beynəlxalq əlaqələr üzrə koordinator',
      en: 'International relations coordinator',
      ru: 'Координатор по международным связям',
      tr: 'Uluslararası ilişkiler koordinatörü',
    },
    organizationKey: 'nvn-kz',
  },
];

/** What the news on the centre's second members' conference states. */
export const centerFacts = factGroup({
  conference: {
    source,
    text:
      'The II conference of member countries of the International Volunteer Center was organized in Sheki City with ' +
      'the support of the Youth Foundation and the organization of the Union of Volunteer Organizations of Azerbaijan ' +
      '(UVOA)',
    ordinal: 2,
    cityName: 'Şəki',
    centerKey: 'ivc',
    supporterKey: 'youth-foundation',
    organizerKey: 'uvoa',
    /** The news is dated 17 December 2024; the day of the conference itself is not stated. */
    reportedOn: '2024-12-17',
    name: {
      az: 'Beynəlxalq Könüllülük Mərkəzinə üzv ölkələrin II konfransı',
      en: 'II conference of member countries of the International Volunteer Center',
      ru: 'II конференция стран — членов Международного волонтёрского центра',
      tr: 'Uluslararası Gönüllülük Merkezi üye ülkelerinin II konferansı',
    },
  },
  memberCountries: {
    source,
    text: 'delegations from Azerbaijan, Turkiye, Kazakhstan, Uzbekistan, Kyrgyzstan, and Tajikistan were represented',
    countryCodes: ['AZ', 'TR', 'KZ', 'UZ', 'KG', 'TJ'],
  },
  volunteerWeek: {
    source,
    text: 'within the framework of the "Azerbaijan Volunteer Week" dedicated to the "Year of Solidarity for the Green World"',
    name: { az: 'Azərbaycan Könüllülər Həftəsi', en: 'Azerbaijan Volunteer Week' },
    dedicatedTo: { az: 'Yaşıl dünya naminə həmrəylik ili', en: 'Year of Solidarity for the Green World' },
  },
  volunteerWeekPartners: {
    source,
    text:
      '"Volunteerism Week" is held in partnership with the Ministry of Youth and Sports, the Ministry of Ecology and ' +
      'Natural Resources, "ASAN Service" and IDEA Public Union.',
    organizationKeys: ['min-youth', 'min-ecology', 'asan', 'idea'],
  },
  speakers,
  youngPeople: {
    source,
    text: 'volunteering makes a great contribution to the personal and professional development of young people.',
  },
  successes: {
    source,
    text:
      'provided information about the successes our country has achieved in the field of volunteering and the ' +
      'initiatives put forward by Azerbaijani volunteers at the local and international levels.',
  },
  kazakhMovement: {
    source,
    text: 'spoke about the development of the volunteer movement in her country and the steps taken in this area.',
  },
  kazakhCooperation: {
    source,
    text:
      'Kazakhstan attaches importance to international cooperation in the field of volunteering and noted the ' +
      'important role of exchanging experiences with other countries.',
  },
  foundationSupport: {
    source,
    text: 'the Foundation constantly supports the development of volunteering activities in the country and internationally.',
    organizationKey: 'youth-foundation',
  },
  countryReport: {
    source,
    text: 'presented a report on the work of the International Volunteer Center in Kazakhstan this year.',
    countryCode: 'KZ',
    year: 2024,
  },
  chairTerm: {
    source,
    text: 'the Union of Volunteer Organizations of Azerbaijan will chair the International Volunteer Center in 2025',
    year: 2025,
    holderKeys: ['uvoa'],
  },
  chairAnnouncement: {
    source,
    text:
      'Within the framework of the conference, it was announced that the Union of Volunteer Organizations of ' +
      'Azerbaijan will chair the International Volunteer Center in 2025',
  },
  chairProjects: {
    source,
    text: "detailed information was provided on the projects to be implemented during the organization's chairmanship.",
  },
  secondPart: { source, text: 'In the second part of the conference' },
  experienceSession: {
    source,
    text:
      'representatives from Azerbaijan, Turkiye, Kazakhstan, Uzbekistan, Kyrgyzstan, and Tajikistan shared various ' +
      'aspects of the volunteer movement and their experiences in this field, emphasizing the importance of regional ' +
      'cooperation.',
  },
});
