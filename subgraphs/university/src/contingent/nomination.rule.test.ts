import { expect, test } from 'vitest';
import { assertPlaceFor } from './nomination.rule.js';

test('the last place is given, and no more', () => {
  expect(() => assertPlaceFor('c', ['a', 'b'], 3)).not.toThrow();
  expect(() => assertPlaceFor('c', ['a', 'b'], 2)).toThrow('full');
});

test('a contingent without a limit is never full', () => {
  expect(() => assertPlaceFor('c', ['a', 'b'], null)).not.toThrow();
});

test('who is nominated already is told so, also when the contingent is full', () => {
  expect(() => assertPlaceFor('a', ['a', 'b'], 2)).toThrow('already');
});
