import { expect, test } from 'vitest';

import { emailAddress, phoneNumber } from './contact-values.js';
import { normalizedValue } from './normalized-value.js';

const spellings = [
  '+994 50 765 43 21',
  '050 765 43 21',
  '(050) 765-43-21',
  '00994507654321',
  '00 994 (50) 765–43–21',
  '(+994) 50 765 43 21',
  '+994 (0)50 765.43.21',
  '994507654321',
  '507654321',
  '050\u00A0765\u200943\u202F21',
  '\u202A+994507654321\u202C',
  '050\u2011765\u201143\u201121',
  '＋９９４（５０）７６５４３２１',
  '+994507654321 ext. 5',
];

test.each(spellings)('reads the telephone number %s, and compares it as the one that is stored', (text) => {
  expect(phoneNumber(text)).toBe('+994507654321');
  expect(normalizedValue(text, 'phone', 'dmy')).toBe(normalizedValue('+994507654321', 'phone', 'dmy'));
});

test.each([
  ['000 123 45 67', '+994001234567'],
  ['+90 532 123 45 67', '+905321234567'],
  ['0090 (532) 123-45-67', '+905321234567'],
  ['+49 (0)30 123456', '+4930123456'],
  ['+370 (0) 612 34567', '+37061234567'],
])('reads the number %s of another country or of nobody, and compares it as the one that is stored', (text, stored) => {
  expect(phoneNumber(text)).toBe(stored);
  expect(normalizedValue(text, 'phone', 'dmy')).toBe(normalizedValue(stored, 'phone', 'dmy'));
});

test.each([
  '',
  '+',
  '12345',
  '765 43 21',
  '+994 50 765 43 2',
  '+994 50 765 43 211',
  '+999 50 765 43 21',
  '050 765 43 21, 055 111 22 33',
  '050 765 43 21 / 055 111 22 33',
  'evdə 050 765 43 21',
  '050 765 43 21x',
])('finds no telephone number in "%s"', (text) => {
  expect(phoneNumber(text)).toBeNull();
});

test.each([
  'q@example.az',
  ' q@example.az ',
  'q @ example.az',
  '<q@example.az>',
  'Qönçə Şəkili <q@example.az>',
  '(q@example.az)',
  '[ q@example.az ]',
  '\u200Bq@example.az',
])('reads the e-mail address %s, and compares it as the one that is stored', (text) => {
  expect(emailAddress(text)).toBe('q@example.az');
  expect(normalizedValue(text, 'email', 'dmy')).toBe('q@example.az');
});
