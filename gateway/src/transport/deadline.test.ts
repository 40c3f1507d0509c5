import { expect, test } from 'vitest';
import { readDeadline, writeDeadline } from './deadline.js';

test('a client without the header has no deadline of its own', () => {
  expect(readDeadline(undefined)).toBe(Number.POSITIVE_INFINITY);
  expect(readDeadline('250')).toBe(250);
});

test.each(['', '0', '-1', '1.5', '1e3', 'abc', ' 5', '0x10', '1000000000', '5, 6'])('"%s" is refused', (given) => {
  expect(() => readDeadline(given)).toThrow(/birlik-deadline-ms/);
});

test('the next in the chain always has less', () => {
  for (const left of [1.2, 2, 2.5, 999.7, 1_000]) {
    const written = Number(writeDeadline(left));
    expect(written).toBeLessThan(left);
    expect(written).toBeGreaterThanOrEqual(1);
  }
});
