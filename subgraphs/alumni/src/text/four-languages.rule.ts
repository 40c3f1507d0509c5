import type { LocalizedText } from '@birlik/kernel/localized';
import { defaultLanguage, languages } from '@birlik/messages/language';
import type { FourLanguagesInput } from './four-languages.input.js';
import type { FourLanguages } from './four-languages.type.js';

/** The text as it is kept: without the languages that nobody wrote. */
export function textOf({ az, en, ru, tr }: FourLanguagesInput): LocalizedText {
  const others = Object.entries({ en, ru, tr }).filter(([, text]) => text != null);
  return { az, ...(Object.fromEntries(others) as Readonly<Record<string, string>>) };
}

/** The language of what somebody is shown of a text. */
export function languageOf(text: LocalizedText, shown: string): string {
  return languages.find((language) => text[language] === shown) ?? defaultLanguage;
}

/** The text in each language, null where nobody wrote it. */
export function textsOf({ az, en, ru, tr }: LocalizedText): FourLanguages {
  return { az, en: en ?? null, ru: ru ?? null, tr: tr ?? null };
}
