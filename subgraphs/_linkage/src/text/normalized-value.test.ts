import { describe, expect, it } from 'vitest';

import { type ComparisonKind, comparisonKinds } from './comparison-kind.js';
import { normalizedValue, readValue } from './normalized-value.js';

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
    ['99.99.1990', '19900000'],
    ['1990\u201104\u201103', '19900403'],
    ['03 . 04 . 1990 г.', '19900403'],
    ['１９９０-04-03', '19900403'],
    ['04.1990', '19900400'],
    ['April 1990', ''],
    ['1990-02-31', '19900231'],
    ['12.5.90', ''],
    ['33005', ''],
    ['1900-01-01', ''],
    ['0000-00-00', ''],
    ['9999-12-31', ''],
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

  it('takes what says nothing for missing, in all kinds', () => {
    const placeholders =
      '| - |—|...|?|_|N/A|n/a n/a|null|NULL|NaN|nan|unknown|(none)|xxx|XX|ххх|aaaa|TEST|Test Test|yoxdur|YOXDUR|Yoxdur.|bilinmir|' +
      'BİLİNMİR|BILINMIR|məlum deyil|melum deyil|нет|Нет данных|не указано|НЕИЗВЕСТНО|yok|belirtilmemiş';
    for (const kind of comparisonKinds.filter((one) => one !== 'exact'))
      for (const raw of placeholders.split('|')) expect(normalizedValue(raw, kind, 'dmy'), `${kind} ${raw}`).toBe('');
  });

  it('keeps names and numbers that only look like nothing', () => {
    for (const raw of [
      'Yoxlayev',
      'Нетреба',
      'Xu',
      'X.',
      'Testov',
      'Nana',
      'Bo',
      'Li',
      'Ана',
      'Nihil',
      'Nan',
      'Null',
      'Na',
      '南',
    ])
      expect(normalizedValue(raw, 'given-name', 'dmy'), raw).not.toBe('');
    for (const raw of ['1000', 'A-000-1', '1112']) expect(normalizedValue(raw, 'identifier', 'dmy'), raw).not.toBe('');
    for (const raw of ['0', '000000', '7777777']) expect(normalizedValue(raw, 'identifier', 'dmy'), raw).toBe('');
    for (const raw of ['+994', '112']) expect(normalizedValue(raw, 'phone', 'dmy'), raw).toBe('');
    for (const raw of ['+', '0', 'no']) expect(normalizedValue(raw, 'exact', 'dmy'), raw).toBe(raw);
  });

  it('says what is wrong with a value, also where it stays one', () => {
    const read = (raw: string, kind: ComparisonKind, dates = {}) => readValue(raw, kind, { dateOrder: 'dmy', dates });
    expect(read(' ', 'string')).toEqual({ text: '', fault: null });
    expect(read('Əli', 'given-name')).toEqual({ text: 'eli', fault: null });
    expect(read('Əli'.repeat(400), 'given-name').fault).toBe('longer than 1000 characters');
    expect(read('no number', 'phone').fault).toBe('nothing that can be compared as phone');
    expect(read('2026-12-01', 'date', { to: '2026-11-30' })).toEqual({ text: '', fault: 'a date after 2026-11-30' });
    expect(read('2026-11-30', 'date', { to: '2026-11-30' }).fault).toBeNull();
    expect(read('2026', 'date', { to: '2026-11-30' }).fault).toBeNull();
    expect(read('1899', 'date', { from: '1900-01-01' })).toEqual({ text: '', fault: 'a date before 1900-01-01' });
    expect(read('1900', 'date', { from: '1900-06-01' }).fault).toBeNull();
    expect(read('1800-05-05', 'date')).toEqual({ text: '18000505', fault: 'a date before 1900' });
    expect(read('1990-13-05', 'date')).toEqual({ text: '19901305', fault: 'a day that no calendar has' });
    expect(read('soon', 'date').fault).toMatch(/^no date in a form that is read/);
  });
});
