import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.js';

test.each<[string, boolean]>([
  ['plain', true],
  ['Şəki, 東京, 🙂, \u2028, \u007f, /', true],
  ['a "quoted" word', false],
  ['a\\b', false],
  ['two\nlines', false],
  ['half a pair: \ud83d', false],
])('of an answer with %j it is known whether strings need an escape', (text, isPlain) => {
  expect(readAnswer(JSON.stringify({ data: { text } }))).toEqual({ data: { text }, errors: [], isPlain });
  expect(JSON.stringify(text) === `"${text}"`).toBe(isPlain);
});

test('an escape that was not needed is taken for one that is', () => {
  expect(readAnswer('{"data":{"a":"\\u0041"}}')).toEqual({ data: { a: 'A' }, errors: [], isPlain: false });
});

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"data":null}',
  '{"data":[]}',
  '{"data":{},"errors":{}}',
  '{"data":{"a":"\u0001"}}',
  '{',
])('%j is no answer', (text) => {
  expect(readAnswer(text)).toBeNull();
});
