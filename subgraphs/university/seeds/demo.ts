import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, generated, id, organizationKinds, stated, type DemoData } from '@birlik/demo-data';
import { agendaOf, meetingOf, speakersOf } from './recruitment-meeting.js';

const contingentNames = {
  /** Of the university whose students the source calls members of the future volunteer group. */
  stated: {
    az: 'Mingəçevir “ASAN xidmət” kompleksinin könüllüləri',
    en: 'Volunteers of the Mingachevir ASAN complex',
  },
  generated: {
    az: '“ASAN xidmət” mərkəzinin könüllüləri (nümunə)',
    en: 'Volunteers of an ASAN service center (example)',
    ru: 'Волонтёры центра «ASAN xidmət» (пример)',
    tr: 'ASAN hizmet merkezinin gönüllüleri (örnek)',
  },
};

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
  const facts = demo.facts.asanSchool;
  const universities = demo.organizations.filter(({ kind }) => kind === organizationKinds.university);
  const agency = demo.organization('asan').id;
  const fieldCodes = new Map(studyFields.map((field) => [field.key, field.code]));

  await copy(
    'faculty',
    ['id', 'organization_id', 'name', 'source'],
    universities.flatMap((university) =>
      studyFields.map((field) => [
        id('faculty', university.id, field.key),
        university.id,
        { ...field.name },
        generated,
      ]),
    ),
  );
  await copy(
    'programme',
    ['id', 'organization_id', 'faculty_id', 'name', 'field_code', 'source'],
    universities.flatMap((university) =>
      studyProgrammes.map((programme) => [
        id('programme', university.id, programme.index),
        university.id,
        id('faculty', university.id, programme.fieldKey),
        { ...programme.name },
        fieldCodes.get(programme.fieldKey) ?? null,
        generated,
      ]),
    ),
  );
  await copy(
    'contingent',
    ['id', 'organization_id', 'target_organization_id', 'name', 'capacity', 'source'],
    universities.map((university) => [
      id('contingent', university.id),
      university.id,
      agency,
      university.generated ? contingentNames.generated : contingentNames.stated,
      // No source states a limit.
      null,
      university.generated ? generated : stated(facts.recruitmentMeeting, facts.serviceCenter),
    ]),
  );
  await copy(
    'recruitment_meeting',
    ['id', 'organization_id', 'guest_organization_id', 'title', 'delegation', 'held_at', 'attendance', 'source'],
    [meetingOf(demo)],
  );
  await copy(
    'meeting_speaker',
    ['id', 'organization_id', 'meeting_id', 'position', 'name', 'office', 'speaks_for_organization_id', 'source'],
    speakersOf(demo),
  );
  await copy(
    'meeting_item',
    ['id', 'organization_id', 'meeting_id', 'position', 'kind', 'title', 'speaker_ids', 'source'],
    agendaOf(demo),
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
