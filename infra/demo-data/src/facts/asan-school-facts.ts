import { factGroup, type NamedFact, type SpeakerFact } from './seed-fact.js';

const source = 'S0';

const representatives: readonly SpeakerFact[] = [
  {
    source,
    text: 'senior adviser Sabuhi Avazli',
    fullName: 'Sabuhi Avazli',
    role: { az: 'Baş məsləhətçi', en: 'Senior adviser', ru: 'Старший советник', tr: 'Kıdemli danışman' },
    organizationKey: 'asan',
  },
  {
    source,
    text: 'leading adviser Saray Mayilzadeh',
    fullName: 'Saray Mayilzadeh',
    role: { az: 'Aparıcı məsləhətçi', en: 'Leading adviser', ru: 'Ведущий советник', tr: 'Baş danışman' },
    organizationKey: 'asan',
  },
];

const areasText = 'three areas: administrative management; social management; business management.';

const areas: readonly (NamedFact & { readonly key: 'administrative' | 'social' | 'business' })[] = [
  {
    source,
    text: areasText,
    key: 'administrative',
    name: {
      az: 'İnzibati idarəetmə',
      en: 'Administrative management',
      ru: 'Административное управление',
      tr: 'İdari yönetim',
    },
  },
  {
    source,
    text: areasText,
    key: 'social',
    name: { az: 'Sosial idarəetmə', en: 'Social management', ru: 'Социальное управление', tr: 'Sosyal yönetim' },
  },
  {
    source,
    text: areasText,
    key: 'business',
    name: {
      az: 'Biznesin idarə edilməsi',
      en: 'Business management',
      ru: 'Управление бизнесом',
      tr: 'İşletme yönetimi',
    },
  },
];

/** What the university's news states on the ASAN volunteers and the ASAN School. */
export const asanSchoolFacts = factGroup({
  recruitmentMeeting: {
    source,
    text:
      'A meeting was held with the student contingent of Mingachevir State University, which will be members of the ' +
      'future volunteer group of “ASAN” IIFF, complex',
    universityKey: 'mdu',
    agencyKey: 'asan',
    cityName: 'Mingəçevir',
    /** The source bears no date. */
    heldOn: null,
  },
  delegation: {
    source,
    text:
      'senior adviser Sabuhi Avazli, leading adviser Saray Mayilzadeh and representatives of ASAN volunteer ' +
      'organization attended the meeting.',
  },
  volunteerProjects: {
    source,
    text: 'First of all, Saray Mayilzadeh informed about various projects of ASAN volunteer organization.',
  },
  statePolicy: {
    source,
    // The full stop inside is the source's.
    text:
      'volunteering at “ASAN service” centers is an experimental school that has contributed to state .policy in this ' +
      'direction in Azerbaijan.',
  },
  twoStages: { source, text: 'Then Sabuhi Avazli gave information about “Master 1” and “Master 2”.' },
  secondStage: { source, text: 'Then Sabuhi Avazli gave detailed information about the “Master 2” stage.' },
  recruitmentMeetingVideo: {
    source,
    text: 'Then the students were shown a video clip about volunteering activities at “ASAN service” centers.',
  },
  recruitmentMeetingQuestions: {
    source,
    text: 'After the video material, students took an active part in the question-and- answer process.',
  },
  answers: {
    source,
    text: 'Sabuhi Avazli and Saray Mayilzadeh answered to the given questions in details as well.',
  },
  representatives,
  serviceCenter: {
    source,
    text: '“ASAN” IIFF, complex, which will soon start operating in Mingachevir.',
    cityName: 'Mingəçevir',
    opening: true,
    name: {
      az: 'Mingəçevir “ASAN” kompleksi',
      en: 'Mingachevir ASAN complex',
      ru: 'Мингячевирский комплекс ASAN',
      tr: 'Mingeçevir ASAN kompleksi',
    },
  },
  volunteerCount: {
    source,
    text: 'So far, about 4,000 volunteers have been working in “ASAN service” centers',
    value: 4000,
    approximate: true,
  },
  graduatesAtWork: {
    source,
    text: 'Many of our graduate volunteers are currently working in government and private institutions.',
  },
  school: {
    source,
    text: 'ASAN School was established to carry out this process more systematically and centrally.',
    name: { az: 'ASAN Məktəbi', en: 'ASAN School', ru: 'Школа ASAN', tr: 'ASAN Okulu' },
  },
  schoolGoal: {
    source,
    text: 'The goal of this experimental school is to improve volunteerism in Azerbaijan.',
  },
  schoolTrainers: {
    source,
    text: 'provides young people with knowledge and skills through professional trainers in areas that are relevant to the country.',
  },
  schoolOpenTo: {
    source,
    text: 'We invite you to pass through this life school, no matter if you are a students or alumni',
    audience: ['students', 'alumni'],
  },
  master1: {
    source,
    text: '“Master 1” is carried out within 8 weeks.',
    weeks: 8,
  },
  master1OpenTo: {
    source,
    text:
      'to support the general development of youth regardless of their level of education and qualifications, to ' +
      'familiarize themselves with the work of ASAN service centers and to ensure their participation in ' +
      'administrative reforms in the Republic of Azerbaijan.',
    anyEducation: true,
  },
  master1Trainings: {
    source,
    text: 'under the “Master 1”, young people participate in various trainings and acquire practical skills.',
  },
  master1Teamwork: { source, text: 'At the same time, teamwork skills are formed among young people.' },
  master1Evaluation: {
    source,
    text: 'the activity of the youth is evaluated according to the specially developed rules of evaluation',
  },
  master1Certificates: {
    source,
    text: 'the program participants get one of three types of certificates and reference.',
    types: 3,
    reference: true,
  },
  master2: {
    source,
    text: 'ASAN volunteers are sent to the various public and private institutions during eight weeks within the “Master 2” stage.',
    weeks: 8,
    hosts: ['public', 'private'],
  },
  master2Cooperation: {
    source,
    text:
      'the “Master 2” stage is a part of the “ASAN School” volunteer program as a result of the cooperation of the ' +
      'State Agency for Citizens Service and Social Innovations under the President of the Republic of Azerbaijan and ' +
      'the partner organization',
  },
  master2Goal: {
    source,
    text: 'the main goal of the program is to support young people to improve their professional skills and abilities.',
  },
  master2Trainings: {
    source,
    text: 'During this time, they are trained in the designated organizations and participate in trainings.',
  },
  master2Gate: {
    source,
    text:
      'ASAN volunteers who successfully complete the first stage of volunteering activities at “ASAN service” centers ' +
      '(Master 1) can apply to one of the proposed institutions on their respective fields of expertise',
    requires: 'master1',
    institutionsPerVolunteer: 1,
  },
  master2Areas: areas,
  master2Courses: {
    source,
    text:
      'the participants are involved in short-term courses at the State Agency at the beginning and at the end of the ' +
      'program.',
    when: ['beginning', 'end'],
    placeKey: 'asan',
  },
  master2Evaluation: {
    source,
    text: 'the activity of the participants who completed the program are evaluated by the relevant body',
    by: 'host',
  },
  master2Certificate: {
    source,
    text: 'which is approved by the State Agency and the relevant body.',
    approvals: ['agency', 'host'],
  },
});
