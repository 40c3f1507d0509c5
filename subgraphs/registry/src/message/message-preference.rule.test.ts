import { expect, test } from 'vitest';
import { channelsFor, defaultPreference, quietUntil } from './message-preference.rule.js';

const night = { timeZone: 'Asia/Baku', from: '22:00', until: '07:30' };

test.each([
  ['before the evening', '2026-11-30T17:59:59Z', null],
  ['from the evening on', '2026-11-30T18:00:00Z', '2026-12-01T03:30:00.000Z'],
  ['after midnight', '2026-11-30T22:10:30Z', '2026-12-01T03:30:00.000Z'],
  ['until the morning', '2026-12-01T03:29:59Z', '2026-12-01T03:30:00.000Z'],
  ['not after it', '2026-12-01T03:30:00Z', null],
])('hours past midnight are quiet in the person’s time zone: %s', (_when, now, end) => {
  expect(quietUntil(night, new Date(now))?.toISOString() ?? null).toBe(end);
});

test('hours of one day are quiet between their times alone', () => {
  const noon = { timeZone: 'Asia/Baku', from: '12:00', until: '13:00' };
  expect(quietUntil(noon, new Date('2026-11-30T08:15:00Z'))?.toISOString()).toBe('2026-11-30T09:00:00.000Z');
  expect(quietUntil(noon, new Date('2026-11-30T18:15:00Z'))).toBeNull();
});

test.each([
  ['forward', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
  ['back', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
])('quiet hours end by the wall clock where it is put %s meanwhile', (_way, now, end) => {
  const vilnius = { timeZone: 'Europe/Vilnius', from: '22:00', until: '08:00' };
  expect(quietUntil(vilnius, new Date(now))?.toISOString()).toBe(end);
});

test('who has said nothing is told by e-mail at any hour', () => {
  expect(channelsFor(defaultPreference, 'consent-asked')).toEqual(['email']);
  expect(channelsFor({ ...defaultPreference, channels: { 'consent-asked': [] } }, 'consent-asked')).toEqual([]);
  expect(quietUntil(defaultPreference.quietHours, new Date())).toBeNull();
});
