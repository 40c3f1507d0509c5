import { describe, expect, it } from 'vitest';
import { dayIn, isOver } from './day.js';

describe('the day of an organisation in Baku', () => {
  it.each([
    ['a minute before midnight there', '2026-11-30T19:59:00Z', '2026-11-30'],
    ['at midnight there', '2026-11-30T20:00:00Z', '2026-12-01'],
    ['at midnight of Greenwich', '2026-12-01T00:00:00Z', '2026-12-01'],
    ['when the year is a new one there', '2026-12-31T20:00:00Z', '2027-01-01'],
  ])('%s is its own', (_, moment, day) => expect(dayIn('Asia/Baku', new Date(moment))).toBe(day));
});

it('is that of the reader where no zone is named', () => {
  const moment = new Date(2026, 10, 30, 23, 59);
  expect([dayIn(null, moment), dayIn(undefined, moment)]).toEqual(['2026-11-30', '2026-11-30']);
});

it('is refused for a zone that is none', () => {
  expect(() => dayIn('Asia/Nowhere')).toThrow(RangeError);
});

describe('what ends on a day in Baku', () => {
  it.each([
    ['lasts until midnight there', '2026-11-30T19:59:00Z', false],
    ['is over from then, while Greenwich still has the day', '2026-11-30T20:00:00Z', true],
  ])('%s', (_, moment, over) => expect(isOver('2026-11-30', 'Asia/Baku', new Date(moment))).toBe(over));

  it('is never over without a last day', () => expect(isOver(null, 'Asia/Baku')).toBe(false));
});
