import { fullFormsOf, knownName, singleName } from './known-names.js';
import { nameLetters, readingOf, withoutDoubles } from './name-letters.js';

/** What a canonical name is compared by. */
export interface NameForm {
  /** See {@link nameReading}. */
  readonly reading: string;
  /** One letter a sound, for `soundAlike`. */
  readonly letters: string;
  /**
   * The reading, those of the names that it may be short for, and the name of the family without -ov or -li: two names that
   * share one may be one person's.
   */
  readonly variants: readonly string[];
  /** The readings of its words. */
  readonly words: readonly string[];
  /** Whether every word is a name that is known; two such with different readings are no misprints of each other. */
  readonly isKnown: boolean;
}

/**
 * How a canonical name is read, with vowels: one for the spellings of a name in all alphabets, joined or apart, and
 * another for every other name. Məmmədov, Mammadov and Мамедов are read alike, Гасан and Həsən as well, since Həsən is a
 * name that is known; Həsən and Hüseyn, Samir and Samirə, Xəlil and Qəlil are not.
 */
export function nameReading(text: string): string {
  return nameForm(text).reading;
}

/** The forms of the names that came last: in a register the same ones come again and again. */
const remembered = new Map<string, NameForm>();
const mostRemembered = 50_000;

/** What is compared of a canonical name. */
export function nameForm(text: string): NameForm {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const form = computedForm(text);
  remembered.set(text, form);
  return form;
}

function computedForm(text: string): NameForm {
  const apart = text.split(' ').map(wordForm);
  const whole = apart.length > 1 ? joinedForm(apart) : null;
  const words = whole === null ? apart : [whole];
  const reading = joined(words.map((word) => word.reading));
  const variants = words.reduce<readonly string[]>(
    (starts, word) =>
      starts.flatMap((start) => word.variants.map((variant) => `${start}${variant}`)).slice(0, mostVariants),
    [''],
  );
  return {
    reading,
    letters: joined(words.map((word) => word.letters)),
    variants: [...new Set([reading, ...variants.map(withoutDoubles)])],
    words: apart.map((word) => word.reading),
    isKnown: words.every((word) => word.isKnown),
  };
}

/** Əli Əkbər is Əliəkbər, and so another spelling of Ələkbər. */
function joinedForm(words: readonly WordForm[]): WordForm | null {
  const letters = joined(words.map((word) => word.letters));
  return singleName(letters) === null ? null : formOf(letters, '');
}

const mostVariants = 8;

const joined = (words: readonly string[]): string => withoutDoubles(words.join(''));

interface WordForm {
  readonly reading: string;
  readonly letters: string;
  readonly variants: readonly string[];
  readonly isKnown: boolean;
}

const familyEndings: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)(y?ev|ov|y?eff|off)[ai]?$/, 'ov'],
  [/(?<=..)zad[ae]h?$/, 'zada'],
  [/(?<=...)o(gh?|q|h)l(u|ou|y|i)$/, 'oklu'],
];
const liEnding = /(?<=...)l[iuy]$/;

function wordForm(word: string): WordForm {
  for (const [ending, suffix] of familyEndings) {
    if (ending.test(word)) return formOf(nameLetters(word.replace(ending, '')), suffix);
  }
  const letters = nameLetters(word);
  if (!liEnding.test(word)) return formOf(letters, '');
  const root = nameLetters(word.replace(liEnding, ''));
  if (isOfFamily(letters, root)) return formOf(root, 'li');
  const form = formOf(letters, '');
  return form.isKnown ? form : { ...form, variants: [...form.variants, `${readingOf(root)}${anyFamily}`] };
}

/** Abdullalı is of the family of Abdulla, but Əli and Məmmədəli are names. */
function isOfFamily(letters: string, root: string): boolean {
  if (singleName(letters) !== null) return false;
  if (singleName(root) !== null && !root.endsWith('e')) return true;
  return knownName(letters) === null && knownName(root) !== null;
}

/** What stands for -ov and -li where only the family counts. */
const anyFamily = '-';

function formOf(letters: string, suffix: string): WordForm {
  const known = knownName(letters);
  const parts = known?.parts ?? [readingOf(letters)];
  const reading = withoutDoubles(parts.join(''));
  const full = parts.reduce<readonly string[]>(
    (starts, part) => starts.flatMap((start) => [part, ...fullFormsOf(part)].map((form) => `${start}${form}`)),
    [''],
  );
  const family = suffix === 'ov' || suffix === 'li' ? [anyFamily] : [];
  return {
    reading: reading + suffix,
    letters: letters + suffix,
    variants: full.flatMap((form) => [suffix, ...family].map((ending) => withoutDoubles(form) + ending)),
    isKnown: known !== null,
  };
}
