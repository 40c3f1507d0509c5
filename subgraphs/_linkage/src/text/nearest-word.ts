import { jaroWinkler } from './text-similarity.js';
import { latinText } from './latin-text.js';

const leastAlike = 0.75;

/** The end of a sentence that asks whether the most similar word was meant; empty where none is similar. */
export function didYouMean(given: string, words: readonly string[]): string {
  const scored = words
    .filter(({ length }) => length <= 2 * given.length + 2)
    .map((word) => ({ word, likeness: jaroWinkler(latinText(given), latinText(word)) }));
  const [best] = scored.toSorted((a, b) => b.likeness - a.likeness);
  return best !== undefined && best.likeness >= leastAlike ? `; did you mean "${best.word}"?` : '';
}
