import { numberList } from '../numbers/number-list.js';

/**
 * Distinct results of comparisons, each counted. Millions of pairs have few thousand different patterns of levels, so the
 * estimation works on these.
 */
export interface LevelPatterns {
  /** Counts the pattern in `levels` and gives its number. */
  readonly add: (levels: Uint8Array) => number;
  readonly size: () => number;
  readonly count: (pattern: number) => number;
  readonly levelOf: (pattern: number, field: number) => number;
}

/** No field has more levels than this. */
const radix = 8;

export function levelPatterns(fields: number): LevelPatterns {
  const numbers = new Map<string | number, number>();
  const levelsOf = numberList();
  const counts: number[] = [];
  return {
    add: (levels) => {
      const key = patternKey(levels, fields);
      const known = numbers.get(key);
      if (known !== undefined) {
        counts[known] = (counts[known] ?? 0) + 1;
        return known;
      }
      const number = counts.push(1) - 1;
      numbers.set(key, number);
      for (let field = 0; field < fields; field += 1) levelsOf.push(levels[field] ?? 0);
      return number;
    },
    size: () => counts.length,
    count: (pattern) => counts[pattern] ?? 0,
    levelOf: (pattern, field) => levelsOf.view()[pattern * fields + field] ?? 0,
  };
}

/** A number as long as it is exact. */
function patternKey(levels: Uint8Array, fields: number): string | number {
  if (fields > 17) return levels.join(' ');
  let key = 0;
  for (let field = 0; field < fields; field += 1) key = key * radix + (levels[field] ?? 0);
  return key;
}
