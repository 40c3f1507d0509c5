import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { nameIndex } from './similar-names.js';
import { nameText } from '../text/name-text.js';

describe('the name index', () => {
  it('finds a name in another alphabet and spelling, and not a different name', () => {
    const words = ['guseynov', 'mamedov', 'petrov'];
    expect(nameIndex(words).find(nameText('Hüseynov', 'family'))).toEqual([0]);
    expect(nameIndex(words).find(nameText('Məmmədov', 'family'))).toEqual([1]);
  });

  it('finds 83 of 100 Cyrillic words by their Latin form among at most 50 candidates each', () => {
    const file = new URL('../../data/coling2018_wd_russian_80.tsv.gz', import.meta.url);
    const pairs = gunzipSync(readFileSync(file))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map((cell) => nameText(cell.replaceAll(' ', ''), 'given')));
    const cyrillic = [...new Set(pairs.map(([, word = '']) => word))];
    const numbers = new Map(cyrillic.map((word, number) => [word, number]));
    const index = nameIndex(cyrillic);
    let candidates = 0;
    let found = 0;
    // Each token is looked up among all of the others; every fourth is enough to measure.
    const asked = pairs.filter((_, at) => at % 4 === 0);
    for (const [latin = '', word = ''] of asked) {
      const numbersFound = index.find(latin);
      candidates += numbersFound.length;
      if (numbersFound.includes(numbers.get(word) ?? -1)) found += 1;
    }
    expect(found / asked.length).toBeGreaterThanOrEqual(0.83);
    expect(candidates / asked.length).toBeLessThanOrEqual(50);
  }, 60_000);
});
