import { describe, expect, it } from 'vitest';

import { normalizedValue } from './normalized-value.js';

describe('normalizedValue', () => {
  it.each([
    ['1990-04-03', '19900403'],
    ['03.04.1990', '19900403'],
    ['19900403', '19900403'],
    ['1990-04-03T00:00:00Z', '19900403'],
    ['04/13/1990', '19900413'],
    ['1990', '19900000'],
    ['1990-04', '19900400'],
    ['n/a', ''],
  ])('reads the date %s', (raw, text) => {
    expect(normalizedValue(raw, 'date', 'dmy')).toBe(text);
  });

  it('takes the month first where the settings say so', () => {
    expect(normalizedValue('04/03/1990', 'date', 'mdy')).toBe('19900403');
  });

  it('makes spellings of one phone number equal', () => {
    const numbers = ['+994 50 123-45-67', '0501234567', '00994501234567'];
    expect(new Set(numbers.map((number) => normalizedValue(number, 'phone', 'dmy')))).toEqual(new Set(['501234567']));
  });

  it('takes what says nothing for missing', () => {
    for (const raw of ['', ' - ', 'N/A', 'null', 'unknown'])
      expect(normalizedValue(raw, 'string', 'dmy'), raw).toBe('');
  });
});
