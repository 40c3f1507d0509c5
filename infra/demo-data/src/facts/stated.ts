import type { LocalizedText } from '../localized-text.js';
import { seedSources, type SeedFact } from './seed-fact.js';

/** Where the facts of a row are stated, in the form in which members keep it. */
export interface RowSource {
  readonly document: LocalizedText;
  /** The words of the document; empty for what is made up. */
  readonly sentences: readonly string[];
  readonly [key: string]: unknown;
}

/** The mark of what no source states. */
export const generated: RowSource = {
  document: {
    az: 'Sistemi göstərmək üçün yaradılıb (nümunə)',
    en: 'Made up to show the system (example)',
    ru: 'Создано для показа системы (пример)',
    tr: 'Sistemi göstermek için oluşturuldu (örnek)',
  },
  sentences: [],
};

/** The source of a row that tells these facts. Throws when they are of several documents, since a row names one. */
export function stated(first: SeedFact, ...others: readonly SeedFact[]): RowSource {
  const sentences = [first, ...others].map(({ source, text }) => {
    if (source !== first.source) throw new Error(`A row tells facts of ${first.source} and of ${source}.`);
    return text;
  });
  return { document: { ...seedSources[first.source] }, sentences: [...new Set(sentences)] };
}
