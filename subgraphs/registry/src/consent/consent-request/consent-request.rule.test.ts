import { expect, test } from 'vitest';
import { daysFrom, daysUntilLapse, stateOf } from './consent-request.rule.js';

const askedAt = new Date('2026-11-28T10:00:00Z');
const request = { accepted: null, lapsesAt: daysFrom(askedAt, daysUntilLapse) };

test('a request is open until it lapses, to the millisecond', () => {
  expect(stateOf(request, askedAt)).toBe('open');
  expect(stateOf(request, new Date('2026-12-28T09:59:59.999Z'))).toBe('open');
  expect(stateOf(request, new Date('2026-12-28T10:00:00Z'))).toBe('lapsed');
});

test('an answer stays what it was', () => {
  const later = daysFrom(askedAt, 400);
  expect(stateOf({ ...request, accepted: true }, later)).toBe('accepted');
  expect(stateOf({ ...request, accepted: false }, later)).toBe('declined');
});
