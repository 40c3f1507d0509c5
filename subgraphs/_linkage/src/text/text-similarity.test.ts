import { describe, expect, it } from 'vitest';

import { isOneEditApart, jaroWinkler } from './text-similarity.js';

describe('jaroWinkler', () => {
  it('gives the published values', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  });

  it('is 1 for equal texts and 0 where nothing agrees', () => {
    expect(jaroWinkler('ali', 'ali')).toBe(1);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(jaroWinkler('', 'xyz')).toBe(0);
  });
});

describe('isOneEditApart', () => {
  it('knows one letter more, less, other, or exchanged', () => {
    const edits = [
      ['abc', 'abcd'],
      ['abcd', 'acd'],
      ['abcd', 'abxd'],
      ['abcd', 'acbd'],
      ['abcd', 'xabcd'],
    ] as const;
    for (const [left, right] of edits) expect(isOneEditApart(left, right), `${left} ${right}`).toBe(true);
  });

  it('refuses two edits, and equal texts', () => {
    for (const other of ['abcdef', 'axxd', 'badc', 'abcd']) expect(isOneEditApart('abcd', other), other).toBe(false);
  });
});
