import { expect, test } from 'vitest';
import { dueDate, isOverdue } from './inquiry-clock.rule.js';

const raisedAt = new Date('2026-02-10T10:00:00Z');
const dueAt = dueDate(raisedAt);

test('an answer is due thirty days later, at the same time of the day', () => {
  expect(dueAt).toEqual(new Date('2026-03-12T10:00:00Z'));
});

test('an inquiry is overdue after its time and not at it', () => {
  expect(isOverdue({ dueAt }, dueAt)).toBe(false);
  expect(isOverdue({ dueAt }, new Date(dueAt.getTime() + 1))).toBe(true);
});

test('an answer in time stays in time, and a late one stays late', () => {
  const later = new Date('2027-01-01T00:00:00Z');
  expect(isOverdue({ dueAt, answeredAt: dueAt }, later)).toBe(false);
  expect(isOverdue({ dueAt, answeredAt: new Date('2026-03-13T00:00:00Z') }, later)).toBe(true);
});
