import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import { nameLetters, readingOf, withoutDoubles } from './name-letters.js';
import { nameText } from './name-text.js';

/** What a letter may stand for besides itself: г for h, and ASCII for ş and ç. */
const others: Readonly<Record<string, string>> = { g: 'h', s: 'S', c: 'C' };
const mostExchanged = 3;

/** One line of `names/given-names.csv`. */
export interface GivenName {
  readonly name: string;
  /** Empty for a name of both. */
  readonly sex: 'm' | 'f' | '';
}

/** The given names that are known, each in the letters of its language. */
export const givenNames = lines<GivenName>('given-names.csv');

/** A known name, or one joined from known names. */
interface KnownName {
  /** By name that it is joined from, its reading. */
  readonly parts: readonly string[];
}

interface Spelling {
  readonly letters: string;
  /** What is read for all spellings of the name. */
  readonly reading: string;
}

/** By reading of the letters as they are, the spellings of known names; the first counts for letters that none has. */
const known = knownSpellings();
/** By reading of a short form, the readings of the names that it is short for. */
const fullForms = new Map<string, readonly string[]>();
learnShortForms();

function knownSpellings(): ReadonlyMap<string, readonly Spelling[]> {
  const spellings = new Map<string, Spelling[]>();
  const add = (letters: string, reading: string, isFirst = false): void => {
    const found = spellings.get(readingOf(letters)) ?? [];
    if (isFirst) found.unshift({ letters, reading });
    else found.push({ letters, reading });
    spellings.set(readingOf(letters), found);
  };
  const names = lines<{ readonly name: string; readonly spellings: string }>('spellings.csv');
  const bases = names.map(({ name }) => lettersOf(name));
  const readings = bases.map(readingOf);
  // Two names of this list are two, such as Bağır and Bəkir, even where alphabets exchange their letters.
  const readingAt = (at: number): string => {
    const isShared = readings.indexOf(readings[at] ?? '') !== readings.lastIndexOf(readings[at] ?? '');
    return (isShared ? bases[at] : readings[at]) ?? '';
  };
  for (const [at, letters] of bases.entries()) add(letters, readingAt(at));
  const byName = new Map(names.flatMap((line, at) => line.spellings.split(' ').map((name) => [name, readingAt(at)])));
  for (const { name } of givenNames) {
    const letters = lettersOf(name);
    const [first] = spellings.get(readingOf(letters)) ?? [];
    const reading = byName.get(name) ?? first?.reading ?? readingOf(letters);
    // Xəlil counts before the Turkish Halil, since г is never written for x.
    add(letters, reading, letters.includes('x'));
  }
  for (const [name, reading] of byName) add(lettersOf(name), reading);
  return spellings;
}

function learnShortForms(): void {
  for (const { name, short } of lines<{ readonly name: string; readonly short: string }>('short-forms.csv')) {
    const full = readingOfName(name);
    for (const form of short.split(' ').map(readingOfShortForm)) {
      if (form !== full) fullForms.set(form, [...(fullForms.get(form) ?? []), full]);
    }
  }
}

/** A short form that is no name of its own is read as it is written. */
function readingOfShortForm(form: string): string {
  const letters = lettersOf(form);
  return known.has(readingOf(letters)) ? readingOfName(form) : readingOf(letters);
}

function readingOfName(name: string): string {
  const letters = lettersOf(name);
  return singleName(letters) ?? readingOf(letters);
}

/** The readings of the names for which the name of a reading is short; none for most. */
export function fullFormsOf(reading: string): readonly string[] {
  return fullForms.get(reading) ?? [];
}

/**
 * Finds the name in letters of `nameLetters`: as it is written, with an h where Russian writes г, with ş and ç where they were
 * typed without their marks, or joined from two names. Null for what is none of them.
 */
export function knownName(letters: string): KnownName | null {
  const single = singleName(letters);
  if (single !== null && single !== readingOf(letters)) return { parts: [single] };
  const joined = joinedName(letters, (end) => letters.slice(end));
  if (joined !== null) return joined;
  // Mirzağa of Mirzə and Ağa: of two vowels that meet one is written.
  return single === null ? joinedName(letters, (end) => letters.slice(end - 1)) : { parts: [single] };
}

function joinedName(letters: string, restFrom: (end: number) => string): KnownName | null {
  for (let end = letters.length - leastPart; end >= leastPart; end -= 1) {
    const start = singleName(letters.slice(0, end));
    if (start === null) continue;
    const rest = singleName(restFrom(end));
    if (rest !== null) return { parts: [start, rest] };
  }
  return null;
}

const leastPart = 3;

/** Finds a name that is not joined from others; see {@link knownName}. */
export function singleName(letters: string): string | null {
  if (letters.length < 2) return null;
  const spellings = known.get(readingOf(letters));
  if (spellings !== undefined) {
    return (spellings.find((one) => one.letters === letters) ?? spellings[0])?.reading ?? null;
  }
  if (fullForms.has(readingOf(letters))) return readingOf(letters);
  for (const other of otherLetters(letters)) {
    // The reading has one letter for h and x; г is written for h only.
    const found = known.get(readingOf(other))?.find((one) => !isOfX(other, letters, one.letters));
    if (found !== undefined) return found.reading;
  }
  return null;
}

function isOfX(tried: string, written: string, letters: string): boolean {
  return [...tried].some((letter, at) => letter === 'h' && written[at] === 'g' && letters[at] === 'x');
}

/** The letters with each of the first few that may stand for another replaced, or not. */
function otherLetters(letters: string): readonly string[] {
  const places = [...letters].flatMap((letter, at) => (letter in others ? [at] : [])).slice(0, mostExchanged);
  return Array.from({ length: 2 ** places.length - 1 }, (_, choice) =>
    [...letters]
      .map((letter, at) => {
        const place = places.indexOf(at);
        return place >= 0 && ((choice + 1) >> place) % 2 === 1 ? (others[letter] ?? letter) : letter;
      })
      .join(''),
  );
}

function lettersOf(name: string): string {
  return withoutDoubles(nameText(name, 'given').split(' ').map(nameLetters).join(''));
}

function lines<Line>(file: string): readonly Line[] {
  return parse<Line>(readFileSync(new URL(`../../names/${file}`, import.meta.url)), { columns: true });
}
