import { soundKeys } from '../text/sound-keys.js';
import { jaroWinkler } from '../text/text-similarity.js';

/** Names that sound alike and still look less alike than this are hardly ever the same name. */
export const leastSimilar = 0.65;

/** Finds the names that may be another spelling of one. */
export interface NameIndex {
  /** The numbers of the canonical words that share a sound key with `word` and look somewhat like it, ascending. */
  readonly find: (word: string) => readonly number[];
}

/** `words` are canonical, as `nameText` gives them; a word's number is its place. */
export function nameIndex(words: readonly string[]): NameIndex {
  const byKey = new Map<string, number[]>();
  for (const [number, word] of words.entries()) {
    for (const key of soundKeys(word)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [number]);
      else known.push(number);
    }
  }
  return {
    find: (word) => {
      const sounding = new Set(soundKeys(word).flatMap((key) => byKey.get(key) ?? []));
      return [...sounding]
        .filter((number) => jaroWinkler(word, words[number] ?? '') >= leastSimilar)
        .toSorted((a, b) => a - b);
    },
  };
}
