import { expect, test } from 'vitest';
import { writtenText } from './written-text.service.js';

test('a text keeps the languages in which it was written and no others', () => {
  expect(writtenText({ az: 'Ad', en: 'Name', ru: null })).toEqual({ az: 'Ad', en: 'Name' });
  expect(writtenText({ az: 'Ad', en: 'Name', ru: 'Имя', tr: 'Ad' })).toEqual({
    az: 'Ad',
    en: 'Name',
    ru: 'Имя',
    tr: 'Ad',
  });
});
