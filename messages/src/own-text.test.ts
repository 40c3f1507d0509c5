import { expect, test } from 'vitest';
import { OwnText } from './own-text.js';

const parameters = { title: 'text', startsOn: 'day', places: 'number' } as const;
const faultsOf = (text: string) => new OwnText('en', text, parameters).faults.map(({ code, name }) => [code, name]);

test('an own text is told what the catalogue’s is told, and may leave some of it out', () => {
  const text = new OwnText('en', 'See you at {title} on {startsOn, date, day}', parameters);
  expect(text.faults).toEqual([]);
  expect(text.write({ title: 'Tree planting', startsOn: '2030-04-15', places: 3 })).toBe(
    'See you at Tree planting on April 15, 2030',
  );
  expect(faultsOf('Welcome')).toEqual([]);
});

test.each([
  ['', 'empty', ''],
  ['See {title', 'syntax', ''],
  ['See {constructor}', 'unknown', 'constructor'],
  ['See {volunteer}', 'unknown', 'volunteer'],
  ['See you on {startsOn}', 'use', 'startsOn'],
  ['{title, plural, one {#} other {#}}', 'use', 'title'],
  ["It’s Bob's", 'apostrophe', ''],
  ['{places, plural, other {#}}', 'form', 'places'],
  ['{startsOn, time, short}', 'element', ''],
])('of %s the fault is %s', (text, code, name) => {
  expect(faultsOf(text)).toContainEqual([code, name]);
  expect(() => new OwnText('en', text, parameters).write({})).toThrow('faults');
});
