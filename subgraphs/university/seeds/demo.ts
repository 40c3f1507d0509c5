import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, id, organizationKinds, type DemoData } from '@birlik/demo-data';

/** The meeting that the first source document reports, and the contingent that it prepared. */
const reported = {
  title: {
    az: 'MDU tələbələri “ASAN” könüllüləri sırasında',
    en: 'The students of the MDU are involved in the “ASAN” volunteer organization',
  },
  contingent: {
    az: 'Mingəçevir “ASAN xidmət” kompleksinin könüllüləri',
    en: 'Volunteers of the Mingachevir ASAN complex',
  },
};

const contingentCapacity = 100_000;

function* enrolments(demo: DemoData): Generator<readonly Cell[]> {
  for (const person of demo.persons()) {
    const { study } = person;
    if (!study) continue;
    const { organizationId, programmeIndex } = study;
    yield [
      id('enrolment', person.index),
      organizationId,
      person.id,
      id('programme', organizationId, programmeIndex),
      study.level,
      study.status,
      study.startYear,
    ];
  }
}

function* nominations(demo: DemoData): Generator<readonly Cell[]> {
  for (const person of demo.persons()) {
    const { study } = person;
    if (!study?.nominatedAsanGroup) continue;
    const contingentId = id('contingent', study.organizationId);
    yield [id('nomination', person.index), study.organizationId, contingentId, person.id, person.registeredAt];
  }
}

/** Loads the universities: every one offers each programme of the catalogue, one faculty a field of study. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const { studyFields, studyProgrammes } = demo.catalogue;
  const universities = demo.organizations.filter(({ kind }) => kind === organizationKinds.university);
  const agency = demo.organization('asan').id;
  const fieldCodes = new Map(studyFields.map((field) => [field.key, field.code]));

  await copy(
    'faculty',
    ['id', 'organization_id', 'name'],
    universities.flatMap((university) =>
      studyFields.map((field) => [id('faculty', university.id, field.key), university.id, { ...field.name }]),
    ),
  );
  await copy(
    'programme',
    ['id', 'organization_id', 'faculty_id', 'name', 'field_code'],
    universities.flatMap((university) =>
      studyProgrammes.map((programme) => [
        id('programme', university.id, programme.index),
        university.id,
        id('faculty', university.id, programme.fieldKey),
        { ...programme.name },
        fieldCodes.get(programme.fieldKey) ?? null,
      ]),
    ),
  );
  await copy(
    'contingent',
    ['id', 'organization_id', 'target_organization_id', 'name', 'capacity'],
    universities.map((university) => [
      id('contingent', university.id),
      university.id,
      agency,
      reported.contingent,
      contingentCapacity,
    ]),
  );
  await copy(
    'recruitment_meeting',
    ['id', 'organization_id', 'guest_organization_id', 'title', 'held_at', 'attendance'],
    // The source gives neither the day nor the number of students.
    [[id('meeting', 'mdu'), demo.organization('mdu').id, agency, reported.title, null, null]],
  );
  await copy(
    'enrolment',
    ['id', 'organization_id', 'volunteer_id', 'programme_id', 'level', 'status', 'start_year'],
    enrolments(demo),
    demo.personCount,
  );
  await copy(
    'nomination',
    ['id', 'organization_id', 'contingent_id', 'volunteer_id', 'nominated_at'],
    nominations(demo),
    demo.personCount,
  );
}
