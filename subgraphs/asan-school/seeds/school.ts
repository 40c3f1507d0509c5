import type { SeedContext } from '@birlik/kernel/seed';
import { generated, id, organizationKinds, stated, type DemoData } from '@birlik/demo-data';

/** What the source says of the school, in words of people's languages. */
const school = {
  purpose: {
    az: 'Könüllülük prosesini daha sistemli və mərkəzləşdirilmiş şəkildə həyata keçirmək',
    en: 'To carry out the work with volunteers more systematically and centrally',
  },
  goal: {
    az: 'Azərbaycanda könüllülüyün təkmilləşdirilməsi',
    en: 'To improve volunteerism in Azerbaijan',
  },
  method: {
    az: 'Dünyanın qabaqcıl texnoloji yeniliklərini tətbiq edərək, peşəkar təlimçilər vasitəsilə ölkə üçün aktual sahələrdə bilik və bacarıqlar verir',
    en: 'Professional trainers teach knowledge and skills in areas that are relevant to the country, with cutting-edge technology',
  },
  openTo: { az: 'Tələbələr və məzunlar', en: 'Students and alumni alike' },
  contribution: {
    az: '“ASAN xidmət” mərkəzlərində könüllülük Azərbaycanda bu sahədə dövlət siyasətinə töhfə vermiş təcrübə məktəbidir',
    en: 'Volunteering at ASAN service centers is an experimental school that has contributed to state policy in this field in Azerbaijan',
  },
  volunteers: {
    az: '“ASAN xidmət” mərkəzlərində çalışmış könüllülər',
    en: 'Volunteers who have worked in ASAN service centers',
  },
  period: { az: 'Xəbərin dərc olunduğu günədək', en: 'Until the day of the report' },
  outcome: {
    az: 'Məzun könüllülərin çoxu hazırda dövlət və özəl qurumlarda çalışır',
    en: 'Many of the graduate volunteers are working in government and private institutions now',
  },
};

/** What the source says of the stages, in words of people's languages. */
const stages = {
  master1: {
    name: { az: 'Master 1', en: 'Master 1' },
    purpose: {
      az: 'Gənclərin ümumi inkişafına dəstək vermək, onları “ASAN xidmət” mərkəzlərinin işi ilə tanış etmək və Azərbaycan Respublikasında inzibati islahatlarda iştirakını təmin etmək',
      en: 'To support the general development of young people, to acquaint them with the work of ASAN service centers and to let them take part in the administrative reforms of the Republic of Azerbaijan',
    },
    openTo: {
      az: 'Təhsil və ixtisas səviyyəsindən asılı olmayaraq gənclər',
      en: 'Young people, regardless of their level of education and qualifications',
    },
    skills: [
      { az: 'Praktiki bacarıqlar', en: 'Practical skills' },
      { az: 'Komandada işləmək bacarığı', en: 'Teamwork skills' },
    ],
    evaluation: {
      az: 'Xüsusi hazırlanmış qiymətləndirmə qaydaları əsasında',
      en: 'By specially developed rules of evaluation',
    },
    award: {
      az: 'Üç növ sertifikatdan biri və tövsiyə məktubu',
      en: 'One of three types of certificates, and a reference',
    },
  },
  master2: {
    name: { az: 'Master 2', en: 'Master 2' },
    purpose: {
      az: 'Gənclərin peşəkar bacarıq və qabiliyyətlərini artırmasına dəstək',
      en: 'To support young people in improving their professional skills and abilities',
    },
    openTo: {
      az: 'Könüllülüyün birinci mərhələsini (Master 1) uğurla başa vurmuş ASAN könüllüləri',
      en: 'ASAN volunteers who have successfully completed the first stage (Master 1)',
    },
    skills: [{ az: 'İxtisas sahəsi üzrə təcrübə', en: 'Experience in the field of specialization' }],
    cooperation: {
      az: 'Dövlət Agentliyi ilə tərəfdaş qurumun əməkdaşlığı ilə',
      en: 'In cooperation of the State Agency and the partner organization',
    },
    evaluation: {
      az: 'Könüllünün göndərildiyi müvafiq qurum tərəfindən',
      en: 'By the relevant body to which the volunteer was sent',
    },
    award: {
      az: '“ASAN Məktəbi” könüllülük proqramının sertifikatı; onu Dövlət Agentliyi və müvafiq qurum təsdiq edir',
      en: 'A certificate of the ASAN School volunteer programme, approved by the State Agency and the relevant body',
    },
  },
};

const areas = ['administrative', 'business', 'social'] as const;

/** The made-up organisations with which people are placed; no real one is claimed to be a host. */
export function hostsOf(demo: DemoData) {
  return demo.organizations.filter(
    ({ generated: isMadeUp, kind }) =>
      isMadeUp && (kind === organizationKinds.university || kind === organizationKinds.memberOrganization),
  );
}

/** Loads the school and its stages as the source has them, and the made-up hosts. */
export async function loadSchool(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const facts = demo.facts.asanSchool;
  const agency = demo.organization('asan').id;
  const schoolId = id('school', 'asan');
  const figure = {
    definition: school.volunteers,
    value: facts.volunteerCount.value,
    precision: 'about',
    period: school.period,
    source: stated(facts.volunteerCount),
  };

  await copy(
    'school',
    [
      'id',
      'organization_id',
      'name',
      'purpose',
      'goal',
      'method',
      'open_to',
      'contribution',
      'reported_figures',
      'source',
    ],
    [
      [
        schoolId,
        agency,
        { ...facts.school.name },
        school.purpose,
        school.goal,
        school.method,
        school.openTo,
        school.contribution,
        JSON.stringify([figure]),
        stated(facts.school, facts.schoolGoal, facts.schoolTrainers, facts.schoolOpenTo, facts.statePolicy),
      ],
    ],
  );
  await copy(
    'school_outcome',
    ['id', 'organization_id', 'school_id', 'summary', 'sectors', 'source'],
    [
      [
        id('school-outcome', 'work'),
        agency,
        schoolId,
        school.outcome,
        ['public', 'private'],
        stated(facts.graduatesAtWork),
      ],
    ],
  );
  await copy(
    'stage_definition',
    [
      'id',
      'organization_id',
      'stage',
      'name',
      'weeks',
      'purpose',
      'open_to',
      'requires',
      'skills',
      'cooperation',
      'host_sectors',
      'hosts_per_person',
      'evaluation',
      'award',
      'gives_reference',
      'source',
    ],
    [
      [
        id('stage-definition', 'master_1'),
        agency,
        'master_1',
        stages.master1.name,
        facts.master1.weeks,
        stages.master1.purpose,
        stages.master1.openTo,
        null,
        JSON.stringify(stages.master1.skills),
        null,
        [],
        null,
        stages.master1.evaluation,
        stages.master1.award,
        facts.master1Certificates.reference,
        stated(
          facts.master1OpenTo,
          facts.master1Trainings,
          facts.master1Teamwork,
          facts.master1,
          facts.master1Evaluation,
          facts.master1Certificates,
        ),
      ],
      [
        id('stage-definition', 'master_2'),
        agency,
        'master_2',
        stages.master2.name,
        facts.master2.weeks,
        stages.master2.purpose,
        stages.master2.openTo,
        'master_1',
        JSON.stringify(stages.master2.skills),
        stages.master2.cooperation,
        facts.master2.hosts,
        facts.master2Gate.institutionsPerVolunteer,
        stages.master2.evaluation,
        stages.master2.award,
        false,
        stated(
          facts.master2Cooperation,
          facts.master2Goal,
          facts.master2Gate,
          facts.master2,
          facts.master2Evaluation,
          facts.master2Certificate,
        ),
      ],
    ],
  );
  await copy(
    'stage_area',
    ['id', 'organization_id', 'stage', 'area', 'name', 'source'],
    facts.master2Areas.map((area) => [
      id('stage-area', area.key),
      agency,
      'master_2',
      area.key,
      { ...area.name },
      stated(area),
    ]),
  );
  await copy(
    'host_institution',
    ['id', 'organization_id', 'host_organization_id', 'sector', 'areas', 'source'],
    hostsOf(demo).map((host) => [
      id('host-institution', host.key),
      agency,
      host.id,
      host.kind === organizationKinds.university ? 'public' : 'private',
      areas,
      generated,
    ]),
  );
}
