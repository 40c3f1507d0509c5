import { describe, expect, it } from 'vitest';
import { readMemberCategory, withCategory } from './member-category.js';

describe('readMemberCategory', () => {
  it('leaves the other arguments', () => {
    expect(readMemberCategory(['scouts'])).toEqual({ category: null, others: ['scouts'] });
    expect(readMemberCategory(['--category', 'HEALTH_CARE', 'scouts'])).toEqual({
      category: { name: 'HEALTH_CARE', grantField: 'healthCareGrant' },
      others: ['scouts'],
    });
  });

  it.each([['health'], ['HEALTH-CARE'], ['X'], ['_HEALTH'], []])('refuses %j', (...name) => {
    expect(() => readMemberCategory(['scouts', '--category', ...name])).toThrow('is no name of a category');
  });
});

describe('withCategory', () => {
  const owner = { kebab: 'red-crescent', words: 'Red Crescent' };
  const health = { name: 'HEALTH', grantField: 'healthGrant' };

  it('adds a row, once', () => {
    const text = withCategory('[]', health, owner);
    expect(JSON.parse(text)).toEqual([
      { ...health, owner: 'red-crescent', holders: [], description: 'Records, held by Red Crescent.' },
    ]);
    expect(() => withCategory(text, health, owner)).toThrow('is there already');
  });
});
