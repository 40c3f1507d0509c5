import { describe, expect, it } from 'vitest';
import { dayIn, isTimeZone, timeZoneNamed } from './time-zone.js';

describe('dayIn', () => {
  it.each([
    ['Asia/Baku', '2026-11-29T19:59:59.999Z', '2026-11-29'],
    ['Asia/Baku', '2026-11-29T20:00:00.000Z', '2026-11-30'],
    ['UTC', '2026-11-29T20:00:00.000Z', '2026-11-29'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ])('in %s at %s is %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });
});

describe('isTimeZone', () => {
  it.each(['UTC', 'Asia/Baku', 'Europe/Vilnius', 'America/Argentina/Buenos_Aires', 'Etc/GMT+4'])('takes %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['', '+04:00', 'GMT+4', 'EST', 'local', 'Asia/Nowhere', 'Asia/Baku; drop', 'asia/baku', 'Asia/Baku '])(
    'refuses "%s"',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});

describe('timeZoneNamed', () => {
  it.each([
    ['Asia/Baku', 'Asia/Baku'],
    [' asia/BAKU ', 'Asia/Baku'],
    ['utc', 'UTC'],
    ['Etc/GMT+4', 'Etc/GMT+4'],
  ])('reads "%s" as %s', (text, zone) => {
    expect(timeZoneNamed(text)).toBe(zone);
  });

  it.each(['', '+04:00', 'EST', 'Asia/Nowhere', 'A\u017Fia/Baku', 'Asia/Ba\u212Au'])('finds none in "%s"', (text) => {
    expect(timeZoneNamed(text)).toBeNull();
  });
});
