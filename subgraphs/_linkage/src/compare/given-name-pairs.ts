import { type NameForm, nameForm } from '../text/name-reading.js';
import { differInside, isMisprint } from '../text/name-misprint.js';
import type { Field } from '../table/record-table.js';

/** A name has so many bearers; and one misprint is made in at most so large a share of the records of its name. */
const fewestBearers = 3;
const mostMisprinted = 0.02;
/** Beside a name with so many bearers, what one record alone has is more likely its misprint than a name. */
const manyBearers = 100;

/** What the given names of two records, which are not one name, are to each other. */
export interface GivenNamePairs {
  /**
   * Whether they are one name and a misprint of it, or one with the father's name beside it, which the other record has in its
   * place. Of two names that many people have, one is no misprint of the other, and of two that nobody has nothing can be said.
   */
  readonly areOneName: (left: number, right: number) => boolean;
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
  if (given === undefined) return { areOneName: () => false, areTwoNames: wholeNamesApart(fields) };
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
  const patronymic = fields.find(({ kind }) => kind === 'patronymic');
  const fathers = patronymic?.texts.map((text) => nameForm(text).reading) ?? [];
  const fatherOf = (record: number): string => fathers[patronymic?.values[record] ?? 0] ?? '';
  const formOf = (record: number): NameForm => forms[given.values[record] ?? 0] ?? nameForm('');
  return {
    areOneName: (left, right) => {
      const [one, other] = [formOf(left), formOf(right)];
      if (hasFatherBeside(one, other, fatherOf(right)) || hasFatherBeside(other, one, fatherOf(left))) return true;
      const isOneName = (isName(one) && isNone(other, one)) || (isName(other) && isNone(one, other));
      if (!isOneName) return false;
      const [few = 0, many = 0] = [bearersOf(one), bearersOf(other)].toSorted((a, b) => a - b);
      if (few === 1 && many >= manyBearers) return differInside(one.reading, other.reading);
      return isMisprint(one.reading, other.reading);
    },
    areTwoNames: (left, right) => formOf(left).isKnown && formOf(right).isKnown,
  };
}

/** Whether a name is another one and after it the father's name, as some write it down. */
function hasFatherBeside({ words }: NameForm, { words: [name, ...more] }: NameForm, father: string): boolean {
  return more.length === 0 && words.length === 2 && father !== '' && words[0] === name && words[1] === father;
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
