import { levelNumber } from '../compare/pair-comparison.js';
import type { ComparisonKind } from '../text/comparison-kind.js';

/** What is known of a pair beside its comparison levels. */
export interface PairOfNames {
  /** Whether the names tell that one is a man and the other a woman. */
  readonly areOfTwoSexes: boolean;
  /** Whether one given name is the other one written by mistake, or with the father's beside it. */
  readonly areOneName: () => boolean;
}

/** What is said of a pair by its comparison levels, one by field, and by its names. */
export type PersonalEvidence = (levels: Uint8Array, pair: PairOfNames) => boolean;

/**
 * Whether a pair agrees in what a twin, a brother or sister, a parent, a child or a namesake could not agree in as well. No
 * weight outvotes it: without such evidence a pair is at most a question to a person.
 *
 * - A number that is one person's alone tells all of them apart, unless the date of birth contradicts it.
 * - The given name tells twins, brothers and sisters apart: both records must have one, and they must be one name, or one with a
 *   misprint, and not merely alike, as Kamal and Kamil are.
 * - The date of birth tells parents and namesakes apart. A misprint in it, within one year, is believed of a pair with the
 *   same father's name or a contact in common; a missing one, and another family name, of a pair with both.
 *
 * @param kinds the kind of each field
 */
export function personalEvidence(kinds: readonly ComparisonKind[]): PersonalEvidence {
  const levelOf = (kind: ComparisonKind, name: string): Agreement => {
    const fields = kinds.flatMap((one, field) => (one === kind ? [field] : []));
    return agreement(fields, levelNumber(kind, name));
  };
  const given = levelOf('given-name', 'same sound');
  const whole = levelOf('full-name', 'one within the other');
  const family = levelOf('family-name', 'similar');
  const number = levelOf('identifier', 'equal');
  const closeNumber = levelOf('identifier', 'close');
  const father = levelOf('patronymic', 'same reading');
  const alikeFather = levelOf('patronymic', 'similar');
  const date = levelOf('date', 'day and month exchanged');
  const closeDate = levelOf('date', 'close');
  const [phone, email] = [levelOf('phone', 'equal'), levelOf('email', 'equal')];
  return (levels, { areOfTwoSexes, areOneName }) => {
    if (areOfTwoSexes || closeNumber.isContradicted(levels) || closeDate.isContradicted(levels)) return false;
    if (number.isMet(levels)) return true;
    if (alikeFather.isContradicted(levels)) return false;
    const isNamed = whole.isMet(levels) || given.isMet(levels) || areOneName();
    if (!isNamed) return false;
    const sharesContact = phone.isMet(levels) || email.isMet(levels);
    if (family.isContradicted(levels) && !(sharesContact && father.isMet(levels))) return false;
    if (date.isMet(levels)) return true;
    return closeDate.isMet(levels) ? sharesContact || father.isMet(levels) : sharesContact && father.isMet(levels);
  };
}

/** How far fields of one kind agree, beside a level that is asked for. */
interface Agreement {
  /** Whether all of them are known and agree so far. */
  readonly isMet: (levels: Uint8Array) => boolean;
  /** Whether one of them is known and does not. */
  readonly isContradicted: (levels: Uint8Array) => boolean;
}

function agreement(fields: readonly number[], least: number): Agreement {
  return {
    isMet: (levels) => fields.length > 0 && fields.every((field) => (levels[field] ?? 0) >= least),
    isContradicted: (levels) => fields.some((field) => (levels[field] ?? 0) > 0 && (levels[field] ?? 0) < least),
  };
}
