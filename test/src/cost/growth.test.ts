import { describe, expect, test } from 'vitest';
import { growthReport } from './growth.js';

const samples = (name: string, megabytes: (minute: number) => number) =>
  Array.from({ length: 360 }, (_, index) => ({
    name,
    minute: index / 12,
    megabytes: Math.round(megabytes(index / 12)),
  }));

describe('growthReport', () => {
  test('names who grows after the first minutes, however slowly, and nobody who only warms up or swings', () => {
    const { grown, text } = growthReport(
      [
        ...samples('warms-up', (minute) => 100 + 80 * Math.min(1, minute / 4)),
        ...samples('swings', (minute) => 150 + 10 * Math.sin(minute * 3)),
        ...samples('leaks', (minute) => 100 + minute),
      ],
      5,
    );
    expect(grown).toEqual(['leaks']);
    expect(text).toContain('leaks');
  });

  test('takes a process without samples in the end for no flat one', () => {
    const ended = samples('ended', () => 100).filter(({ minute }) => minute < 12);
    expect(growthReport([...ended, ...samples('other', () => 100)], 5).grown).toEqual(['ended']);
  });
});
