import type { LocalizedText } from '@birlik/kernel/localized';

export interface TranslatedText {
  readonly az: string;
  readonly en: string;
  readonly ru?: string | null;
  readonly tr?: string | null;
}

/** A text as a row holds it: only the languages in which it was written. */
export function writtenText({ az, en, ru, tr }: TranslatedText): LocalizedText {
  return { az, en, ...(ru == null ? {} : { ru }), ...(tr == null ? {} : { tr }) };
}
