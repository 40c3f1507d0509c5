import { expect, test } from 'vitest';
import { both, inLanguage, quotesOf, thingAt } from './stated-fact.js';

const data = {
  list: {
    nodes: [
      { day: '1', of: { code: 'AZ' } },
      { day: '2', source: { sentences: ['Said.'] } },
    ],
  },
};

test('a way leads by fields, places and what a thing is known by, and nowhere if it is wrong', () => {
  expect(thingAt(data, 'list.nodes.0.day')).toBe('1');
  expect(thingAt(data, 'list.nodes[of.code=AZ].day')).toBe('1');
  expect(quotesOf(thingAt(data, 'list.nodes[day=2]'))).toEqual(['Said.']);
  for (const way of ['list.nodes[day=3].day', 'list.none.0', 'list.nodes.7.day']) {
    expect(thingAt(data, way)).toBeUndefined();
  }
});

test('a text of both languages is told in one, also in a list', () => {
  expect(inLanguage([both('salam', 'hello')], 'az')).toEqual(['salam']);
  expect(inLanguage(both('salam', 'hello'), 'en')).toBe('hello');
  expect(inLanguage(8, 'en')).toBe(8);
});
