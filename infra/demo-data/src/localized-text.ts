/** A text that people read, one entry a language. Azerbaijani and English are always there. */
export interface LocalizedText {
  readonly az: string;
  readonly en: string;
  readonly ru?: string;
  readonly tr?: string;
}
