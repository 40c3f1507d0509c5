import { describe, expect, it } from 'vitest';

import { type NameKind, nameKinds, readingOfKind } from './name-kind.js';
import { nameShare, nameShares } from './name-shares.js';

const shareOf = (name: string, kind: NameKind): number => nameShare(readingOfKind(name, kind), kind);

describe('nameShares', () => {
  it('is some percent for the most frequent family names, and falls with their ranks', () => {
    const frequent = ['Məmmədov', 'Əliyev', 'Hüseynov', 'Həsənov', 'Quliyev'].map((name) =>
      shareOf(name, 'family-name'),
    );
    expect(frequent).toEqual(frequent.toSorted((a, b) => b - a));
    expect(frequent.at(-1)).toBeGreaterThan(0.01);
    expect(shareOf('Əliyev', 'family-name')).toBeGreaterThan(100 * shareOf('Qəmbərli', 'family-name'));
  });

  it('is one for a name in all alphabets', () => {
    for (const spelling of ['Мамедов', 'Mammadova', 'Memmedov', 'Мәммәдов']) {
      expect(shareOf(spelling, 'family-name'), spelling).toBe(shareOf('Məmmədov', 'family-name'));
    }
    expect(shareOf('علی', 'given-name')).toBe(shareOf('Əli', 'given-name'));
    expect(shareOf('Гусейнович', 'patronymic')).toBe(shareOf('Hüseyn oğlu', 'patronymic'));
  });

  it.each(nameKinds)('leaves a %s that is not known no more than any that is', (kind) => {
    const { byReading, unknown } = nameShares(kind);
    const known = [...byReading.values()];
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThanOrEqual(Math.min(...known));
    expect(known.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
    expect(shareOf('Qzxtyev', kind)).toBe(unknown);
  });
});
