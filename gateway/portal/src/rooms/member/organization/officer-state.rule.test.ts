import { expect, test } from 'vitest';
import { handOverAt, officerState } from './officer-state.rule.js';

const now = '2026-12-01T10:00:00.000Z';
const later = '2026-12-02T10:00:00.000Z';
const always = { beginsAt: null, endsAt: null, dismissedAt: null };

test.each([
  ['lasting', always],
  ['over', { ...always, dismissedAt: now }],
  ['lasting', { ...always, endsAt: later }],
  ['over', { ...always, endsAt: now }],
  ['ahead', { ...always, beginsAt: later }],
  ['lasting', { ...always, beginsAt: now }],
  ['over', { ...always, beginsAt: later, dismissedAt: now }],
])('an appointment is %s', (state, officer) => {
  expect(officerState(officer, now)).toBe(state);
});

test('a hand-over waits while somebody is to go or to follow, and no longer', () => {
  expect(handOverAt([always, { ...always, endsAt: later }], now)).toBe(later);
  expect(handOverAt([{ ...always, beginsAt: later }], now)).toBe(later);
  expect(handOverAt([{ ...always, beginsAt: later, dismissedAt: now }, always], now)).toBeNull();
  expect(
    handOverAt(
      [
        { ...always, endsAt: now },
        { ...always, beginsAt: now },
      ],
      now,
    ),
  ).toBeNull();
});
