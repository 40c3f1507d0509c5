import { expect, test } from 'vitest';
import { seedFacts } from './seed-facts.js';
import { generated, stated } from './stated.js';

const { asanSchool, center, union } = seedFacts;

test('a row names the document and the words that state its facts, each once', () => {
  const { document, sentences } = stated(union.topics[0] ?? union.law, ...union.topics, union.conference);
  expect(document.en).toContain('7 December 2020');
  expect(sentences).toEqual([union.topics[0]?.text, union.conference.text]);
});

test('a row does not tell the facts of two documents', () => {
  expect(() => stated(asanSchool.school, center.conference)).toThrow('S0 and of S3');
});

test('what no source states says so in its readers’ languages, and quotes nothing', () => {
  expect(generated.sentences).toEqual([]);
  expect(generated.document.en).toMatch(/\(example\)$/);
});
