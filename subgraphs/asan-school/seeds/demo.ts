import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, generated, id, random, stated, type DemoData, type DemoPerson } from '@birlik/demo-data';
import { serialNumber } from '../src/certificate/serial-number.rule.js';
import { programmeStages } from '../src/programme/programme-participation.entity.js';
import { hostsOf, loadSchool } from './school.js';

/** Version 1 of the rules: the source says that there are three types and leaves their names and scores open. */
const typesVersion = 1;
/** What the source reports on trainings; it names none of them, so each name only says what it reports. */
const trainings = [
  {
    key: 'master1-skills',
    fact: 'master1Trainings',
    stage: programmeStages.MASTER_1,
    moment: 'during',
    name: {
      az: 'Praktiki bacarıqlar üzrə təlimlər',
      en: 'Trainings in practical skills',
      ru: 'Тренинги по практическим навыкам',
      tr: 'Uygulamalı beceri eğitimleri',
    },
  },
  {
    key: 'master2-opening',
    fact: 'master2Courses',
    stage: programmeStages.MASTER_2,
    moment: 'beginning',
    name: {
      az: 'Dövlət Agentliyində başlanğıc qısamüddətli kurs',
      en: 'Short-term opening course at the State Agency',
      ru: 'Краткосрочный вводный курс в Государственном агентстве',
      tr: 'Devlet Ajansında kısa süreli başlangıç kursu',
    },
  },
  {
    key: 'master2-placement',
    fact: 'master2Trainings',
    stage: programmeStages.MASTER_2,
    moment: 'during',
    name: {
      az: 'Təyin olunmuş qurumda təlimlər',
      en: 'Trainings at the designated institution',
      ru: 'Тренинги в назначенном учреждении',
      tr: 'Belirlenen kurumda eğitimler',
    },
  },
  {
    key: 'master2-closing',
    fact: 'master2Courses',
    stage: programmeStages.MASTER_2,
    moment: 'end',
    name: {
      az: 'Dövlət Agentliyində yekun qısamüddətli kurs',
      en: 'Short-term closing course at the State Agency',
      ru: 'Краткосрочный заключительный курс в Государственном агентстве',
      tr: 'Devlet Ajansında kısa süreli kapanış kursu',
    },
  },
] as const;

/** The stated service center, and a made-up one in every other Azerbaijani city of the demo's organisations. */
function* serviceCenters(demo: DemoData, agency: string): Generator<readonly Cell[]> {
  const opening = demo.facts.asanSchool.serviceCenter;
  const cities = new Map(
    demo.organizations.flatMap(({ city, countryCode }) => (city && countryCode === 'AZ' ? [[city.az, city]] : [])),
  );
  for (const city of cities.values()) {
    const centerId = id('service-center', city.az);
    if (city.az === opening.cityName) {
      yield [centerId, agency, { ...opening.name }, { ...city }, 'opening_soon', stated(opening)];
      continue;
    }
    const name = {
      az: `“ASAN xidmət” mərkəzi, ${city.az} (nümunə)`,
      en: `ASAN service center, ${city.en} (example)`,
      ru: `Центр «ASAN xidmət», ${city.ru ?? city.en} (пример)`,
      tr: `ASAN hizmet merkezi, ${city.tr ?? city.en} (örnek)`,
    };
    yield [centerId, agency, name, { ...city }, 'open', generated];
  }
}

/** The made-up organisation with which a person is placed. */
function hostOf(demo: DemoData, person: DemoPerson): string {
  return random('person', person.index, 'placement').pick(hostsOf(demo)).id;
}

/**
 * Since when each intake runs. Where none runs on the day on which the demo is loaded, the last one does, with which people
 * still take part.
 */
function startsOf(demo: DemoData): readonly string[] {
  const { intakes } = demo.catalogue;
  const starts = intakes.map(({ startsOn }) => startsOn);
  const now = Date.now();
  if (intakes.some(({ startsOn, endsOn }) => Date.parse(startsOn) <= now && now < Date.parse(endsOn))) return starts;
  const twoWeeksAgo = new Date(now - 14 * 86_400_000).toISOString().slice(0, 10);
  return [...starts.slice(0, -1), twoWeeksAgo];
}

const typeId = (index: number): string => id('certificate-type', typesVersion, index);

function* participations(demo: DemoData, agency: string): Generator<readonly Cell[]> {
  const starts = startsOf(demo);
  for (const person of demo.persons()) {
    if (!person.programme) continue;
    const { intakeIndex, master1, master2 } = person.programme;
    yield [
      id('participation', person.index),
      agency,
      person.id,
      id('intake', intakeIndex),
      starts[intakeIndex] ?? null,
      master1.status,
      master1.score,
      master1.certificateIndex === null ? null : typeId(master1.certificateIndex),
      master2?.area ?? null,
      master2?.status ?? null,
      master2?.score ?? null,
      master2 ? hostOf(demo, person) : null,
    ];
  }
}

function* certificates(demo: DemoData, agency: string): Generator<readonly Cell[]> {
  for (const person of demo.persons()) {
    if (!person.programme) continue;
    const { intakeIndex, master1, master2 } = person.programme;
    const earned = [
      ...(master1.certificateIndex === null
        ? []
        : [{ stage: programmeStages.MASTER_1, intakeIndex, type: typeId(master1.certificateIndex), host: null }]),
      // Master 2 runs beside the next intake.
      ...(master2?.status === 'completed'
        ? [
            {
              stage: programmeStages.MASTER_2,
              intakeIndex: intakeIndex + 1,
              type: null,
              host: hostOf(demo, person),
            },
          ]
        : []),
    ];
    for (const { stage, intakeIndex: endingWith, type, host } of earned) {
      const certificateId = id('certificate', stage, person.index);
      const issuedOn = demo.catalogue.intakes[endingWith]?.endsOn ?? demo.today;
      yield [
        certificateId,
        agency,
        person.id,
        id('participation', person.index),
        stage,
        type,
        serialNumber({ id: certificateId, stage, issuedOn }),
        issuedOn,
        agency,
        host,
      ];
    }
  }
}

/** Loads the ASAN School: what the first source document states, and the generated volunteers' records. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const agency = demo.organization('asan').id;
  const { weeks } = demo.facts.asanSchool.master1;

  await loadSchool(demo, copy);
  await copy(
    'service_center',
    ['id', 'organization_id', 'name', 'city', 'status', 'source'],
    serviceCenters(demo, agency),
  );
  await copy(
    'intake',
    ['id', 'organization_id', 'starts_on', 'weeks', 'source'],
    startsOf(demo).map((startsOn, index) => [id('intake', index), agency, startsOn, weeks, generated]),
  );
  await copy(
    'training',
    ['id', 'organization_id', 'name', 'stage', 'moment', 'source'],
    trainings.map(({ key, name, stage, moment, fact }) => [
      id('training', key),
      agency,
      name,
      stage,
      moment,
      stated(demo.facts.asanSchool[fact]),
    ]),
  );
  await copy(
    'certificate_type',
    ['id', 'organization_id', 'name', 'version', 'minimum_score', 'source'],
    demo.catalogue.certificateBands.map(({ index, name, minimumScore }) => [
      typeId(index),
      agency,
      { ...name },
      typesVersion,
      minimumScore,
      generated,
    ]),
  );
  await copy(
    'programme_participation',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'intake_id',
      'joined_on',
      'master1_status',
      'master1_score',
      'master1_certificate_type_id',
      'master2_area',
      'master2_status',
      'master2_score',
      'master2_host_id',
    ],
    participations(demo, agency),
    demo.personCount,
  );
  await copy(
    'certificate',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'participation_id',
      'stage',
      'certificate_type_id',
      'serial_number',
      'issued_on',
      'approved_by_organization_id',
      'cosigned_by_organization_id',
    ],
    certificates(demo, agency),
    demo.personCount,
  );
}
