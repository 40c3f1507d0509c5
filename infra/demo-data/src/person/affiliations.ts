import { catalogue } from '../catalogue.js';
import { organizationNamed } from '../organizations.js';
import { dayOf } from '../period.js';
import type { PersonBase } from './base.js';
import { studyLevels } from './study.js';
import type {
  AffiliationRecord,
  AlumniRecord,
  CreativeRecord,
  ProgrammeRecord,
  ServiceRecord,
  StudyRecord,
  DemoPerson,
} from './demo-person.js';

type Records = Pick<DemoPerson, 'study' | 'programme' | 'service' | 'alumni' | 'creative'>;

const asanId = organizationNamed('asan').id;
const uvoaId = organizationNamed('uvoa').id;
const asapId = organizationNamed('asap').id;
const afciId = organizationNamed('afci').id;
const platformFoundedOn = '2020-08-15';

/** The ties that follow from a person's records, one for each organisation that holds one of them. */
export function affiliationsOf(base: PersonBase, records: Records): AffiliationRecord[] {
  const registeredOn = dayOf(base.registeredAt);
  return [
    ...(records.study === null ? [] : studyTies(records.study)),
    ...(records.programme === null ? [] : [programmeTie(records.programme)]),
    ...(records.service === null ? [] : serviceTies(records.service, registeredOn)),
    ...(records.alumni === null ? [] : alumniTies(records.alumni, base, registeredOn)),
    ...(records.creative === null ? [] : [creativeTie(records.creative)]),
  ];
}

function studyTies(study: StudyRecord): AffiliationRecord[] {
  const { organizationId } = study;
  const since = `${study.startYear}-09-15`;
  if (study.status === 'studying') return [{ organizationId, role: 'student', since, until: null }];
  if (study.status === 'left') {
    return [{ organizationId, role: 'student', since, until: `${study.startYear + 1}-02-01` }];
  }
  const graduation = `${study.startYear + studyLevels[study.level].years}-06-30`;
  return [
    { organizationId, role: 'student', since, until: graduation },
    { organizationId, role: 'alumnus', since: graduation, until: null },
  ];
}

function programmeTie(programme: ProgrammeRecord): AffiliationRecord {
  const intake = catalogue.intakes[programme.intakeIndex];
  if (intake === undefined) throw new RangeError(`There is no intake ${programme.intakeIndex}.`);
  const withdrawn = programme.master1.status === 'withdrawn';
  return { organizationId: asanId, role: 'volunteer', since: intake.startsOn, until: withdrawn ? intake.endsOn : null };
}

/** The union holds the volunteer book, so a volunteer of any of its members is tied to the union too. */
function serviceTies(service: ServiceRecord, since: string): AffiliationRecord[] {
  return [uvoaId, ...service.organizationIds].map((organizationId) => ({
    organizationId,
    role: 'volunteer',
    since,
    until: null,
  }));
}

function alumniTies(alumni: AlumniRecord, base: PersonBase, registeredOn: string): AffiliationRecord[] {
  const associationId = organizationNamed(alumni.associationKey).id;
  const joined = registeredOn > platformFoundedOn ? registeredOn : platformFoundedOn;
  const platform: AffiliationRecord = { organizationId: asapId, role: 'member', since: joined, until: null };
  const started = `${base.birthYear + studyLevels[alumni.level].age}-09-15`;
  if (alumni.graduationYear === null) {
    return [platform, { organizationId: associationId, role: 'student', since: started, until: null }];
  }
  const graduation = `${alumni.graduationYear}-06-30`;
  return [platform, { organizationId: associationId, role: 'alumnus', since: graduation, until: null }];
}

function creativeTie(creative: CreativeRecord): AffiliationRecord {
  return {
    organizationId: afciId,
    role: creative.status === 'elected' ? 'volunteer' : 'applicant',
    since: catalogue.creativeApplicationsFrom,
    until: null,
  };
}
