import { expect, test } from 'vitest';
import { historyOf } from './consent-history.rule.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const consent = { givenAt: day(1), expiresAt: day(10), withdrawnAt: null, givenByGuardian: false };
const kinds = (steps: readonly { kind: string }[]) => steps.map(({ kind }) => kind);

test('a consent that lasts was given, by whom its record says', () => {
  const recorded = [{ kind: 'given' as const, happenedAt: day(1), byGuardian: true }];
  expect(historyOf({ ...consent, givenByGuardian: true }, recorded, day(5))).toEqual(recorded);
});

test('a consent without a record was given when its row says so', () => {
  expect(historyOf(consent, [], day(5))).toEqual([{ kind: 'given', happenedAt: day(1), byGuardian: false }]);
});

test('a consent whose time is over ended by itself, unless it was withdrawn before', () => {
  expect(kinds(historyOf(consent, [], day(10)))).toEqual(['given', 'expired']);
  expect(kinds(historyOf({ ...consent, withdrawnAt: day(3) }, [], day(20)))).toEqual(['given', 'withdrawn']);
  expect(kinds(historyOf({ ...consent, withdrawnAt: day(12) }, [], day(20)))).toEqual([
    'given',
    'expired',
    'withdrawn',
  ]);
});
