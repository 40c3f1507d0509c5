import { expect, test } from 'vitest';
import { personalCategories, readPersonalCategories } from './personal-category.js';

const health = {
  name: 'HEALTH',
  owner: 'clinic',
  grantField: 'healthGrant',
  holders: ['clinic'],
  description: 'Vaccinations.',
};

test('the federation has its categories, each with a field of its own, and the registry decides on its own alone', () => {
  expect(personalCategories.map(({ name }) => name)).toContain('CONTACT');
  for (const { name, code, owner, grantField } of personalCategories) {
    expect(code).toBe(name.toLowerCase());
    expect(grantField === null).toBe(owner === 'registry');
  }
});

test('a table with a further row has a further category', () => {
  expect(readPersonalCategories(JSON.stringify([health]))).toEqual([{ ...health, code: 'health' }]);
});

test.for([
  ['a second row of one name', [health, { ...health, grantField: 'otherGrant' }], 'the name HEALTH'],
  ['a second row of one field', [health, { ...health, name: 'OTHER' }], 'the grantField healthGrant'],
  ['a word that it does not know', [{ ...health, audience: 'clinic' }], 'audience'],
  ['a name in small letters', [{ ...health, name: 'health' }], 'name'],
  ['no row', [], 'Too small'],
] as const)('%s is refused', ([, rows, reason]) => {
  expect(() => readPersonalCategories(JSON.stringify(rows))).toThrow(reason);
});
