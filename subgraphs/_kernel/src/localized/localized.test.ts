import { expect, test } from 'vitest';
import { localize } from './localized.js';

const text = { az: 'Könüllü', en: 'Volunteer', ru: 'Волонтёр' };

test('the first language that the text has is served, else Azerbaijani', () => {
  expect(localize(text, ['tr', 'ru', 'en'])).toBe('Волонтёр');
  expect(localize(text, ['tr'])).toBe('Könüllü');
  expect(localize(text, [])).toBe('Könüllü');
});

test('a language code that names a property of objects is no language', () => {
  expect(localize(text, ['constructor', 'toString', '__proto__'])).toBe('Könüllü');
});
