import { expect, test } from 'vitest';
import { DomainClock, readClockMove } from './clock.js';

test('a clock that was moved is as far from the real time, and tells the database', () => {
  const clock = new DomainClock();
  expect(clock.variables).toEqual({});
  clock.moveTo(3 * 86_400_000);
  const [before, moved, after] = [Date.now(), clock.now().getTime(), Date.now()];
  expect(moved - 3 * 86_400_000).toBeGreaterThanOrEqual(before);
  expect(moved - 3 * 86_400_000).toBeLessThanOrEqual(after);
  expect(clock.variables).toEqual({ 'app.clock_shift': '259200000 milliseconds' });
});

test.each([
  ['+3d', 259_200_000],
  ['+1d12h30m', 131_400_000],
  ['+45s', 45_000],
])('%s is a move of %d ms', (text, ms) => expect(readClockMove(text)).toBe(ms));

test.each(['3d', '-3d', '+3', '+d', '+3w', '', '+1d 2h', '+123456d'])('"%s" is no move', (text) =>
  expect(readClockMove(text)).toBeNull(),
);
