/** The languages of the portal, in the order in which they are offered. */
export const languages = ['az', 'en', 'ru', 'tr'] as const;

export type Language = (typeof languages)[number];

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  az: 'Azərbaycanca',
  en: 'English',
  ru: 'Русский',
  tr: 'Türkçe',
};
