import { expect, test } from 'vitest';
import { chooseLanguage, parseAcceptLanguage } from './language.js';

test('languages are ordered by quality, then as given', () => {
  expect(parseAcceptLanguage('en-GB;q=0.8, ru, tr;q=0, az;q=0.9')).toEqual(['ru', 'az', 'en']);
});

test('an absent or unreadable header asks for nothing', () => {
  expect(parseAcceptLanguage(undefined)).toEqual([]);
  expect(parseAcceptLanguage('*, ;;q=, 123')).toEqual([]);
});

test('the first wanted language that there is is chosen, else Azerbaijani', () => {
  expect(chooseLanguage(['de', 'tr', 'en'])).toBe('tr');
  expect(chooseLanguage(['de'])).toBe('az');
  expect(chooseLanguage([])).toBe('az');
  expect(chooseLanguage(['constructor', '__proto__'])).toBe('az');
});
