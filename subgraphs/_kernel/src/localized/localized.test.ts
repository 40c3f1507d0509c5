import { expect, test } from 'vitest';
import { localize, parseAcceptLanguage } from './localized.js';

const text = { az: 'Könüllü', en: 'Volunteer', ru: 'Волонтёр' };

test('languages are ordered by quality, then as given', () => {
  expect(parseAcceptLanguage('en-GB;q=0.8, ru, tr;q=0, az;q=0.9')).toEqual(['ru', 'az', 'en']);
});

test('an absent or unreadable header asks for nothing', () => {
  expect(parseAcceptLanguage(undefined)).toEqual([]);
  expect(parseAcceptLanguage('*, ;;q=, 123')).toEqual([]);
});

test('the first language that the text has is served, else Azerbaijani', () => {
  expect(localize(text, ['tr', 'ru', 'en'])).toBe('Волонтёр');
  expect(localize(text, ['tr'])).toBe('Könüllü');
  expect(localize(text, [])).toBe('Könüllü');
});

test('a language code that names a property of objects is no language', () => {
  expect(localize(text, parseAcceptLanguage('constructor, toString, __proto__'))).toBe('Könüllü');
});
