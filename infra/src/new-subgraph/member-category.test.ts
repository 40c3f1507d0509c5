import { describe, expect, it } from 'vitest';
import { readMemberCategory, withCategory, withOpened } from './member-category.js';

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

describe('withOpened', () => {
  const health = { name: 'HEALTH', grantField: 'healthGrant' };

  it('lets one purpose open the category and leaves the others', () => {
    const rows = [
      { code: 'reporting', opens: [] },
      { code: 'placement', opens: ['CONTACT'], needsCase: false },
    ];
    expect(JSON.parse(withOpened(JSON.stringify(rows), health))).toEqual([
      rows[0],
      { code: 'placement', opens: ['CONTACT', 'HEALTH'], needsCase: false },
    ]);
  });

  it('fails without that purpose, for then nothing would open it', () => {
    expect(() => withOpened('[]', health)).toThrow('There is no purpose "placement".');
  });
});
