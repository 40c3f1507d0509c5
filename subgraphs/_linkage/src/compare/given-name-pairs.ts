import { type NameForm, nameForm } from '../text/name-reading.js';
import { isMisprint } from '../text/name-misprint.js';
import type { Field } from '../table/record-table.js';

/** A name has so many bearers; and one misprint is made in at most so large a share of the records of its name. */
const fewestBearers = 3;
const mostMisprinted = 0.02;

/** What the given names of two records, which are not one name, are to each other. */
export interface GivenNamePairs {
  /**
   * Whether they are one name and a misprint of it: of two names that many people have, one is no misprint of the other, and
   * of two that nobody has nothing can be said.
   */
  readonly isMisprint: (left: number, right: number) => boolean;
  /** Whether both are names that are known; of whole names, what one of them has and the other has not. */
  readonly areTwoNames: (left: number, right: number) => boolean;
}

/**
 * Compares given names beyond their letters.
 *
 * @param isCounted whether the records themselves tell which names there are, beside the list of known ones
 */
export function givenNamePairs(fields: readonly Field[], isCounted: boolean): GivenNamePairs {
  const given = fields.find(({ kind }) => kind === 'given-name');
  if (given === undefined) return { isMisprint: () => false, areTwoNames: wholeNamesApart(fields) };
  const forms = given.texts.map(nameForm);
  const bearers = new Map<string, number>();
  if (isCounted) {
    for (const value of given.values) {
      const reading = forms[value]?.reading ?? '';
      bearers.set(reading, (bearers.get(reading) ?? 0) + 1);
    }
  }
  const bearersOf = ({ reading }: NameForm): number => bearers.get(reading) ?? 0;
  const isName = (name: NameForm): boolean => name.isKnown || bearersOf(name) >= fewestBearers;
  const isNone = (name: NameForm, beside: NameForm): boolean =>
    !name.isKnown && bearersOf(name) < Math.max(fewestBearers, mostMisprinted * bearersOf(beside));
  const formOf = (record: number): NameForm => forms[given.values[record] ?? 0] ?? nameForm('');
  return {
    isMisprint: (left, right) => {
      const [one, other] = [formOf(left), formOf(right)];
      const isOneName = (isName(one) && isNone(other, one)) || (isName(other) && isNone(one, other));
      return isOneName && isMisprint(one.reading, other.reading);
    },
    areTwoNames: (left, right) => formOf(left).isKnown && formOf(right).isKnown,
  };
}

function wholeNamesApart(fields: readonly Field[]): (left: number, right: number) => boolean {
  const whole = fields.find(({ kind }) => kind === 'full-name');
  const forms = (record: number): readonly NameForm[] =>
    (whole?.texts[whole.values[record] ?? 0] ?? '').split(' ').map(nameForm);
  return (left, right) => {
    const [ones, others] = [forms(left), forms(right)];
    const isApart = (some: readonly NameForm[], rest: readonly NameForm[]): boolean =>
      some.some((name) => name.isKnown && rest.every(({ reading }) => reading !== name.reading));
    return isApart(ones, others) && isApart(others, ones);
  };
}
