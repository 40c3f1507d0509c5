import { inEveryLanguage, type LocalizedText } from '@birlik/kernel/localized';
import type { Language } from '@birlik/messages/language';

/** How many letters there are at the most. */
export const mostLetters = {
  AT_ONCE: 100,
  /** Of an organisation, in a day. */
  OF_DAY: 500,
  /** Of an organisation to one person, in a day. */
  TO_ONE: 3,
} as const;

/** What a letter says in one language. */
export interface LetterText {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

/** A letter in every language: where it was not written in one, as it was written first. */
export function letterIn(texts: readonly [LetterText, ...LetterText[]], part: 'subject' | 'body'): LocalizedText {
  return inEveryLanguage((language) => (texts.find((text) => text.language === language) ?? texts[0])[part]);
}
