import { expect, test } from 'vitest';
import { maskedValue } from './masked-value.rule.js';

test('of a value a reviewer sees the beginning or the end, never the whole', () => {
  expect(maskedValue('givenName', 'Əli')).toBe('Ə…');
  expect(maskedValue('patronymic', 'Cəmil oğlu')).toBe('C… o…');
  expect(maskedValue('birthDate', '1990-05-06')).toBe('1990-…');
  expect(maskedValue('phone', '+994 50 123-45-67')).toBe('…67');
  expect(maskedValue('email', 'hesen@example.az')).toBe('h…@…');
});

test('a missing value stays missing', () => {
  expect(maskedValue('phone', null)).toBeNull();
  expect(maskedValue('patronymic', '')).toBeNull();
});
