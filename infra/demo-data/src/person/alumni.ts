import { catalogue } from '../catalogue.js';
import { random, type Random } from '../random.js';
import type { PersonBase } from './base.js';
import type { Slot } from './slot.js';
import { latestStartYear, studyLevels } from './study.js';
import type { AlumniRecord, StudyLevel, StudyRecord } from './demo-person.js';

/** Studies that end later than this are still running. */
const latestGraduationYear = 2026;

/** Drawn a little more often than the wanted 12 %, since some are too young for the studies that they draw. */
const shareAbroad = 0.14;

interface Host {
  readonly associationKey: string;
  readonly countryCode: string;
  readonly universities: readonly string[];
}

const hosts: readonly (readonly [Host, number])[] = [
  [
    {
      associationKey: 'assoc-british',
      countryCode: 'GB',
      universities: ['University of Edinburgh', 'University of Leeds', 'University of Sussex'],
    },
    28,
  ],
  [
    {
      associationKey: 'assoc-us',
      countryCode: 'US',
      universities: ['Indiana University', 'Texas Tech University', 'University of Delaware'],
    },
    26,
  ],
  [
    {
      associationKey: 'assoc-lithuania',
      countryCode: 'LT',
      universities: ['Vilnius University', 'Vytautas Magnus University', 'Kaunas University of Technology'],
    },
    16,
  ],
  [
    {
      associationKey: 'assoc-italy',
      countryCode: 'IT',
      universities: ['Sapienza University of Rome', 'University of Bologna', 'University of Padua'],
    },
    16,
  ],
  [
    { associationKey: 'assoc-benelux', countryCode: 'NL', universities: ['Leiden University', 'Tilburg University'] },
    6,
  ],
  [{ associationKey: 'assoc-benelux', countryCode: 'BE', universities: ['KU Leuven', 'Ghent University'] }, 6],
  [{ associationKey: 'assoc-benelux', countryCode: 'LU', universities: ['University of Luxembourg'] }, 2],
];

/** The persona volunteer is a returnee with a mentor; the second persona mentors in the same field. */
const personaAlumni: readonly AlumniRecord[] = [
  {
    associationKey: 'assoc-lithuania',
    countryCode: 'LT',
    university: 'Vilnius University',
    level: 'bachelor',
    graduationYear: 2023,
    field: 'ict',
    returned: true,
    mentor: null,
    mentee: true,
  },
  {
    associationKey: 'assoc-british',
    countryCode: 'GB',
    university: 'University of Edinburgh',
    level: 'master',
    graduationYear: 2025,
    field: 'ict',
    returned: true,
    mentor: { capacity: 3 },
    mentee: false,
  },
];

export function alumniOf(base: PersonBase, slot: Slot, study: StudyRecord | null): AlumniRecord | null {
  const persona = personaAlumni[base.index];
  if (persona !== undefined) return persona;
  const stream = random('person', base.index, 'alumni');
  if (slot.foreign || !stream.chance(shareAbroad)) return null;
  const level = levelBeside(study, base, stream);
  if (base.birthYear + studyLevels[level].age > latestStartYear) return null;
  // A master's degree abroad follows a bachelor's degree at home, unless that one was broken off.
  if (level === 'master' && study?.level === 'bachelor' && study.status !== 'graduated') return null;
  const host = stream.weighted(hosts);
  const endYear = base.birthYear + studyLevels[level].age + studyLevels[level].years;
  const graduated = endYear <= latestGraduationYear;
  const returned = graduated && stream.chance(0.6);
  const mentor = graduated && stream.chance(0.3) ? { capacity: stream.int(1, 4) } : null;
  return {
    associationKey: host.associationKey,
    countryCode: host.countryCode,
    university: stream.pick(host.universities),
    level,
    graduationYear: graduated ? endYear : null,
    field: stream.pick(catalogue.studyFields).key,
    returned,
    mentor,
    mentee: mentor === null && stream.chance(returned ? 0.5 : 0.2),
  };
}

/** A level that the person did not take at home at the same time. */
function levelBeside(study: StudyRecord | null, base: PersonBase, stream: Random): StudyLevel {
  const oldEnough = base.birthYear + studyLevels.master.age < latestGraduationYear;
  if (study === null) return oldEnough && stream.chance(0.6) ? 'master' : 'bachelor';
  return study.level === 'master' ? 'bachelor' : 'master';
}
