import { defaultLanguage, languages, type Language } from '@birlik/messages/language';

/** A text that people read, by language. Azerbaijani is always there. */
export interface LocalizedText {
  readonly az: string;
  readonly [language: string]: string;
}

/** The text in the first wanted language that it has, else in Azerbaijani. */
export function localize(text: LocalizedText, languages: readonly string[]): string {
  for (const language of languages) {
    const found = Object.hasOwn(text, language) ? text[language] : undefined;
    if (found) return found;
  }
  return text[defaultLanguage] ?? '';
}

/** A text in each language in which people are written to, as `write` gives it. */
export function inEveryLanguage(write: (language: Language) => string): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, write(language)])) as unknown as LocalizedText;
}
