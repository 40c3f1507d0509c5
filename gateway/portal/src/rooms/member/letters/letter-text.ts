import type { MessageLanguage } from '../../../generated/codes.js';
import type { LetterTextInput } from '../../../generated/graphql.js';
import { type Language, languages } from '../../../language/languages.js';

/** What is written of a letter in one language. */
export interface LetterDraft {
  readonly subject: string;
  readonly body: string;
}

/** A letter as it is being written, by language; what is left out was not begun. */
export type Letter = Readonly<Partial<Record<Language, LetterDraft>>>;

const isWritten = (draft: LetterDraft | undefined): draft is LetterDraft =>
  draft !== undefined && (draft.subject.trim() !== '' || draft.body.trim() !== '');

/** The languages in which something is written. */
export const writtenIn = (letter: Letter): readonly Language[] =>
  languages.filter((language) => isWritten(letter[language]));

/** What somebody reads who reads a language: it, or what was written first; null while nothing is written. */
export function readIn(letter: Letter, language: Language): LetterDraft | null {
  const [first] = writtenIn(letter);
  const draft = letter[language];
  if (isWritten(draft)) return draft;
  return first === undefined ? null : (letter[first] ?? null);
}

const codes = { az: 'AZ', en: 'EN', ru: 'RU', tr: 'TR' } as const satisfies Record<Language, MessageLanguage>;

/** The letter as it is sent. */
export const textsOf = (letter: Letter): LetterTextInput[] =>
  writtenIn(letter).flatMap((language) => {
    const draft = letter[language];
    return draft === undefined ? [] : { language: codes[language], ...draft };
  });
