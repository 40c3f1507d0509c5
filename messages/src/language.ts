/** The languages in which every message to people is written. */
export const languages = ['az', 'en', 'ru', 'tr'] as const;

export type Language = (typeof languages)[number];

/** What is served to whoever asks for no language, or for none that there is. */
export const defaultLanguage: Language = 'az';

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

/** The first of the wanted languages in which messages are written, else the default. */
export function chooseLanguage(wanted: readonly string[]): Language {
  return wanted.find(isLanguage) ?? defaultLanguage;
}

function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
