import { both, fact, type StatedDocument } from './stated-fact.js';

const source = 'source { sentences }';

/** The university's news on its students joining the ASAN volunteer organisation. */
export const universityNews: StatedDocument = {
  query: `{
    recruitmentMeetings(first: 1) { nodes {
      title delegation host { name } guest { name } ${source}
      speakers { name office organization { name } ${source} }
      agenda { kind title speakers { name } ${source} }
    } }
    contingents(first: 100) { nodes { name capacity organization { name } target { name } ${source} } }
    serviceCenters(first: 100) { nodes { name city status ${source} } }
    volunteerSchools { nodes {
      name purpose goal method openTo contribution organization { name } ${source}
      reportedFigures { definition value precision ${source} }
      outcomes { summary sectors ${source} }
    } }
    programmeStages { nodes {
      stage name weeks purpose openTo requires skills cooperation hostSectors hostsPerPerson evaluation award givesReference
      areas { area name ${source} } ${source}
    } }
    trainings(first: 100) { nodes { name stage moment ${source} } }
    certificateTypes { nodes { name } }
    hostInstitutions(first: 100) { nodes { sector areas host { name } ${source} } }
  }`,
  facts: [
    fact(
      'A meeting was held with the student contingent of Mingachevir State University, which will be members of the future volunteer group of “ASAN” IIFF, complex',
      'recruitmentMeetings.nodes.0',
      { 'host.name': both('Mingəçevir Dövlət Universiteti', 'Mingachevir State University') },
    ),
    fact(
      '“ASAN” IIFF, complex, which will soon start operating in Mingachevir.',
      'serviceCenters.nodes[status=OPENING_SOON]',
      {
        name: both('Mingəçevir “ASAN” kompleksi', 'Mingachevir ASAN complex'),
        city: both('Mingəçevir', 'Mingachevir'),
      },
    ),
    fact(
      'A meeting was held with the student contingent of Mingachevir State University, which will be members of the future volunteer group of “ASAN” IIFF, complex',
      'contingents.nodes[source.sentences.length=2]',
      {
        name: both('Mingəçevir “ASAN xidmət” kompleksinin könüllüləri', 'Volunteers of the Mingachevir ASAN complex'),
        capacity: null,
      },
    ),
    fact(
      'senior adviser Sabuhi Avazli, leading adviser Saray Mayilzadeh and representatives of ASAN volunteer organization attended the meeting.',
      'recruitmentMeetings.nodes.0',
      {
        'speakers.0.name': 'Sabuhi Avazli',
        'speakers.0.office': both('Baş məsləhətçi', 'Senior adviser'),
        'speakers.1.name': 'Saray Mayilzadeh',
        'speakers.1.office': both('Aparıcı məsləhətçi', 'Leading adviser'),
        delegation: both(
          'Baş məsləhətçi Sabuhi Avazli, aparıcı məsləhətçi Saray Mayilzadeh və “ASAN” könüllü təşkilatının nümayəndələri',
          'Senior adviser Sabuhi Avazli, leading adviser Saray Mayilzadeh and representatives of the ASAN volunteer organization',
        ),
      },
    ),
    fact(
      'First of all, Saray Mayilzadeh informed about various projects of ASAN volunteer organization.',
      'recruitmentMeetings.nodes.0.agenda.0',
      {
        kind: 'TALK',
        title: both('“ASAN” könüllü təşkilatının layihələri', 'Projects of the ASAN volunteer organization'),
        'speakers.0.name': 'Saray Mayilzadeh',
      },
    ),
    fact(
      'volunteering at “ASAN service” centers is an experimental school that has contributed to state .policy in this direction in Azerbaijan.',
      'volunteerSchools.nodes.0',
      {
        contribution: both(
          '“ASAN xidmət” mərkəzlərində könüllülük Azərbaycanda bu sahədə dövlət siyasətinə töhfə vermiş təcrübə məktəbidir',
          'Volunteering at ASAN service centers is an experimental school that has contributed to state policy in this field in Azerbaijan',
        ),
      },
    ),
    fact(
      'So far, about 4,000 volunteers have been working in “ASAN service” centers',
      'volunteerSchools.nodes.0.reportedFigures.0',
      {
        value: 4000,
        precision: 'ABOUT',
        definition: both(
          '“ASAN xidmət” mərkəzlərində çalışmış könüllülər',
          'Volunteers who have worked in ASAN service centers',
        ),
      },
    ),
    fact(
      'Many of our graduate volunteers are currently working in government and private institutions.',
      'volunteerSchools.nodes.0.outcomes.0',
      {
        summary: both(
          'Məzun könüllülərin çoxu hazırda dövlət və özəl qurumlarda çalışır',
          'Many of the graduate volunteers are working in government and private institutions now',
        ),
        sectors: ['PUBLIC', 'PRIVATE'],
      },
    ),
    fact(
      'ASAN School was established to carry out this process more systematically and centrally.',
      'volunteerSchools.nodes.0',
      {
        name: both('ASAN Məktəbi', 'ASAN School'),
        purpose: both(
          'Könüllülük prosesini daha sistemli və mərkəzləşdirilmiş şəkildə həyata keçirmək',
          'To carry out the work with volunteers more systematically and centrally',
        ),
      },
    ),
    fact('The goal of this experimental school is to improve volunteerism in Azerbaijan.', 'volunteerSchools.nodes.0', {
      goal: both('Azərbaycanda könüllülüyün təkmilləşdirilməsi', 'To improve volunteerism in Azerbaijan'),
    }),
    fact(
      'provides young people with knowledge and skills through professional trainers in areas that are relevant to the country.',
      'volunteerSchools.nodes.0',
      {
        method: both(
          'Dünyanın qabaqcıl texnoloji yeniliklərini tətbiq edərək, peşəkar təlimçilər vasitəsilə ölkə üçün aktual sahələrdə bilik və bacarıqlar verir',
          'Professional trainers teach knowledge and skills in areas that are relevant to the country, with cutting-edge technology',
        ),
      },
    ),
    fact(
      'We invite you to pass through this life school, no matter if you are a students or alumni',
      'volunteerSchools.nodes.0',
      { openTo: both('Tələbələr və məzunlar', 'Students and alumni alike') },
    ),
    fact(
      'to support the general development of youth regardless of their level of education and qualifications, to familiarize themselves with the work of ASAN service centers and to ensure their participation in administrative reforms in the Republic of Azerbaijan.',
      'programmeStages.nodes[stage=MASTER_1]',
      {
        purpose: both(
          'Gənclərin ümumi inkişafına dəstək vermək, onları “ASAN xidmət” mərkəzlərinin işi ilə tanış etmək və Azərbaycan Respublikasında inzibati islahatlarda iştirakını təmin etmək',
          'To support the general development of young people, to acquaint them with the work of ASAN service centers and to let them take part in the administrative reforms of the Republic of Azerbaijan',
        ),
      },
    ),
    fact(
      'to support the general development of youth regardless of their level of education and qualifications, to familiarize themselves with the work of ASAN service centers and to ensure their participation in administrative reforms in the Republic of Azerbaijan.',
      'programmeStages.nodes[stage=MASTER_1]',
      {
        openTo: both(
          'Təhsil və ixtisas səviyyəsindən asılı olmayaraq gənclər',
          'Young people, regardless of their level of education and qualifications',
        ),
      },
    ),
    fact(
      'under the “Master 1”, young people participate in various trainings and acquire practical skills.',
      'trainings.nodes[stage=MASTER_1]',
      { name: both('Praktiki bacarıqlar üzrə təlimlər', 'Trainings in practical skills') },
    ),
    fact('At the same time, teamwork skills are formed among young people.', 'programmeStages.nodes[stage=MASTER_1]', {
      'skills.1': both('Komandada işləmək bacarığı', 'Teamwork skills'),
    }),
    fact('“Master 1” is carried out within 8 weeks.', 'programmeStages.nodes[stage=MASTER_1]', { weeks: 8 }),
    fact(
      'the activity of the youth is evaluated according to the specially developed rules of evaluation',
      'programmeStages.nodes[stage=MASTER_1]',
      {
        evaluation: both(
          'Xüsusi hazırlanmış qiymətləndirmə qaydaları əsasında',
          'By specially developed rules of evaluation',
        ),
      },
    ),
    fact(
      'the program participants get one of three types of certificates and reference.',
      'programmeStages.nodes[stage=MASTER_1]',
      {
        award: both(
          'Üç növ sertifikatdan biri və tövsiyə məktubu',
          'One of three types of certificates, and a reference',
        ),
      },
    ),
    fact(
      'the program participants get one of three types of certificates and reference.',
      'programmeStages.nodes[stage=MASTER_1]',
      { givesReference: true },
    ),
    fact(
      'the “Master 2” stage is a part of the “ASAN School” volunteer program as a result of the cooperation of the State Agency for Citizens Service and Social Innovations under the President of the Republic of Azerbaijan and the partner organization',
      'programmeStages.nodes[stage=MASTER_2]',
      {
        cooperation: both(
          'Dövlət Agentliyi ilə tərəfdaş qurumun əməkdaşlığı ilə',
          'In cooperation of the State Agency and the partner organization',
        ),
      },
    ),
    fact(
      'ASAN volunteers who successfully complete the first stage of volunteering activities at “ASAN service” centers (Master 1) can apply to one of the proposed institutions on their respective fields of expertise',
      'programmeStages.nodes[stage=MASTER_2]',
      {
        requires: 'MASTER_1',
        openTo: both(
          'Könüllülüyün birinci mərhələsini (Master 1) uğurla başa vurmuş ASAN könüllüləri',
          'ASAN volunteers who have successfully completed the first stage (Master 1)',
        ),
      },
    ),
    fact(
      'ASAN volunteers who successfully complete the first stage of volunteering activities at “ASAN service” centers (Master 1) can apply to one of the proposed institutions on their respective fields of expertise',
      'programmeStages.nodes[stage=MASTER_2]',
      { hostsPerPerson: 1 },
    ),
    fact(
      'three areas: administrative management; social management; business management.',
      'programmeStages.nodes[stage=MASTER_2].areas.0',
      { area: 'ADMINISTRATIVE', name: both('İnzibati idarəetmə', 'Administrative management') },
    ),
    fact(
      'ASAN volunteers are sent to the various public and private institutions during eight weeks within the “Master 2” stage.',
      'programmeStages.nodes[stage=MASTER_2]',
      { hostSectors: ['PUBLIC', 'PRIVATE'] },
    ),
    fact(
      'ASAN volunteers are sent to the various public and private institutions during eight weeks within the “Master 2” stage.',
      'programmeStages.nodes[stage=MASTER_2]',
      { weeks: 8 },
    ),
    fact(
      'the participants are involved in short-term courses at the State Agency at the beginning and at the end of the program.',
      'trainings.nodes[moment=BEGINNING]',
      {
        stage: 'MASTER_2',
        name: both('Dövlət Agentliyində başlanğıc qısamüddətli kurs', 'Short-term opening course at the State Agency'),
      },
    ),
    fact(
      'During this time, they are trained in the designated organizations and participate in trainings.',
      'trainings.nodes[name=Trainings at the designated institution|Təyin olunmuş qurumda təlimlər]',
      { stage: 'MASTER_2', moment: 'DURING' },
    ),
    fact(
      'the activity of the participants who completed the program are evaluated by the relevant body',
      'programmeStages.nodes[stage=MASTER_2]',
      {
        evaluation: both(
          'Könüllünün göndərildiyi müvafiq qurum tərəfindən',
          'By the relevant body to which the volunteer was sent',
        ),
      },
    ),
    fact('which is approved by the State Agency and the relevant body.', 'programmeStages.nodes[stage=MASTER_2]', {
      award: both(
        '“ASAN Məktəbi” könüllülük proqramının sertifikatı; onu Dövlət Agentliyi və müvafiq qurum təsdiq edir',
        'A certificate of the ASAN School volunteer programme, approved by the State Agency and the relevant body',
      ),
    }),
    fact(
      'Then the students were shown a video clip about volunteering activities at “ASAN service” centers.',
      'recruitmentMeetings.nodes.0.agenda[kind=VIDEO]',
      {
        title: both(
          '“ASAN xidmət” mərkəzlərində könüllü fəaliyyəti haqqında videoçarx',
          'A video clip about volunteering activities at ASAN service centers',
        ),
      },
    ),
    fact(
      'After the video material, students took an active part in the question-and- answer process.',
      'recruitmentMeetings.nodes.0.agenda[kind=QUESTIONS]',
      {
        title: both('Tələbələrin sualları və cavablar', 'The students’ questions and the answers'),
        'speakers.length': 2,
      },
    ),
  ],
};
