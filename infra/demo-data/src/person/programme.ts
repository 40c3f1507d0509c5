import { catalogue } from '../catalogue.js';
import { dayOf, demoPeriod } from '../period.js';
import { random, type Random } from '../random.js';
import type { PersonBase } from './base.js';
import type { Slot } from './slot.js';
import type { ManagementArea, ProgrammeRecord } from './demo-person.js';

const today = dayOf(demoPeriod.end);
const areas: readonly ManagementArea[] = ['administrative', 'social', 'business'];
const lowestPassScore = Math.min(...catalogue.certificateBands.map((band) => band.minimumScore));

/** The persona volunteer has gone through both stages. */
const personaProgramme: ProgrammeRecord = {
  intakeIndex: 20,
  master1: { status: 'completed', score: 94, certificateIndex: 0 },
  master2: { area: 'administrative', status: 'completed', score: 91 },
};

export function programmeOf(base: PersonBase, slot: Slot): ProgrammeRecord | null {
  if (!slot.inProgramme) return null;
  if (base.index === 0) return personaProgramme;
  const stream = random('person', base.index, 'programme');
  const intakeIndex = intakeAfter(dayOf(base.registeredAt), stream);
  const running = (catalogue.intakes[intakeIndex]?.endsOn ?? today) > today;
  if (running) {
    return { intakeIndex, master1: { status: 'active', score: null, certificateIndex: null }, master2: null };
  }
  if (stream.chance(0.14)) {
    return { intakeIndex, master1: { status: 'withdrawn', score: null, certificateIndex: null }, master2: null };
  }
  const score = stream.int(lowestPassScore, 100);
  return {
    intakeIndex,
    master1: { status: 'completed', score, certificateIndex: certificateFor(score) },
    master2: stream.chance(0.45) ? master2Of(intakeIndex, stream) : null,
  };
}

/** The first intake that opens after the day, or one of the two that follow it. */
function intakeAfter(day: string, stream: Random): number {
  const first = catalogue.intakes.findIndex((intake) => intake.startsOn > day);
  return Math.min(first + stream.int(0, 2), catalogue.intakes.length - 1);
}

function certificateFor(score: number): 0 | 1 | 2 {
  const band = catalogue.certificateBands.find((one) => score >= one.minimumScore);
  if (band === undefined) throw new RangeError(`No type of certificate is given for a score of ${score}.`);
  return band.index;
}

function master2Of(intakeIndex: number, stream: Random): ProgrammeRecord['master2'] {
  const area = stream.pick(areas);
  // Master 2 runs beside the next intake; the two latest ones leave no time to have completed it.
  if (intakeIndex >= catalogue.intakes.length - 2) return { area, status: 'active', score: null };
  if (stream.chance(0.08)) return { area, status: 'withdrawn', score: null };
  return { area, status: 'completed', score: stream.int(lowestPassScore, 100) };
}
