/** A text that people read, by language. Azerbaijani is always there. */
export interface LocalizedText {
  readonly az: string;
  readonly [language: string]: string;
}

export const defaultLanguage = 'az';

/**
 * The languages of an Accept-Language header, most wanted first, primary subtags only (`en-GB` counts as `en`).
 * An absent or unreadable header gives an empty list, for which the default language is served.
 */
export function parseAcceptLanguage(header: string | undefined): readonly string[] {
  if (!header) return [];
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find(Boolean);
      return {
        language: range.split('-')[0]?.toLowerCase() ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ language, quality }) => /^[a-z]{2,3}$/.test(language) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}

/** The text in the first wanted language that it has, else in Azerbaijani. */
export function localize(text: LocalizedText, languages: readonly string[]): string {
  for (const language of languages) {
    const found = Object.hasOwn(text, language) ? text[language] : undefined;
    if (found) return found;
  }
  return text[defaultLanguage] ?? '';
}
