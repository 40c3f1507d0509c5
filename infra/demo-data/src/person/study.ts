import { catalogue } from '../catalogue.js';
import { organizationNamed } from '../organizations.js';
import { random, type Random } from '../random.js';
import type { PersonBase } from './base.js';
import { fixedPersonCount, type Slot } from './slot.js';
import type { StudyLevel, StudyRecord } from './demo-person.js';

/** Years that a study takes, and the age at which it begins. */
export const studyLevels: Readonly<Record<StudyLevel, { years: number; age: number }>> = {
  bachelor: { years: 4, age: 18 },
  master: { years: 2, age: 22 },
  doctorate: { years: 4, age: 25 },
};

/** The academic year that runs at the end of the demo data's period began in autumn of this year. */
export const latestStartYear = 2025;

const universities: readonly (readonly [id: string, weight: number])[] = [
  [organizationNamed('mdu').id, 40],
  [organizationNamed('university-2').id, 20],
  [organizationNamed('university-3').id, 25],
  [organizationNamed('university-4').id, 15],
];
const mduId = organizationNamed('mdu').id;

/** The first persona takes a master's degree at home after a bachelor's abroad, the second did it the other way round. */
const personaStudies: readonly StudyRecord[] = [
  {
    organizationId: mduId,
    programmeIndex: 0,
    level: 'master',
    startYear: 2025,
    status: 'studying',
    nominatedAsanGroup: true,
  },
  {
    organizationId: mduId,
    programmeIndex: 1,
    level: 'bachelor',
    startYear: 2019,
    status: 'graduated',
    nominatedAsanGroup: true,
  },
];

export function studyOf(base: PersonBase, slot: Slot): StudyRecord | null {
  const persona = personaStudies[base.index];
  if (persona !== undefined) return persona;
  const stream = random('person', base.index, 'study');
  const studies = stream.chance(slot.foreign ? 0.05 : 0.55);
  if (!studies && base.index >= fixedPersonCount) return null;
  const level = levelOf(base, stream);
  const startYear = base.birthYear + studyLevels[level].age;
  const organizationId = stream.weighted(universities);
  const status = statusOf(startYear + studyLevels[level].years, stream);
  return {
    organizationId,
    programmeIndex: stream.int(0, catalogue.studyProgrammes.length - 1),
    level,
    startYear,
    status,
    nominatedAsanGroup: organizationId === mduId && status !== 'left' && stream.chance(slot.inProgramme ? 0.6 : 0.05),
  };
}

function levelOf(base: PersonBase, stream: Random): StudyLevel {
  const weights: (readonly [StudyLevel, number])[] = [['bachelor', 70]];
  if (base.birthYear + studyLevels.master.age <= latestStartYear) weights.push(['master', 25]);
  if (base.birthYear + studyLevels.doctorate.age <= latestStartYear) weights.push(['doctorate', 5]);
  return stream.weighted(weights);
}

function statusOf(endYear: number, stream: Random): StudyRecord['status'] {
  if (endYear <= latestStartYear + 1) return stream.chance(0.92) ? 'graduated' : 'left';
  return stream.chance(0.96) ? 'studying' : 'left';
}
