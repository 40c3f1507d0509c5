import { expect, test } from 'vitest';
import { assertGrantField, personalCategories, readPersonalCategories } from './personal-category.js';

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

test('says who keeps what of people who left, and what an emergency opens', () => {
  const reason = { az: 'x', en: 'x', ru: 'x', tr: 'x' };
  const kept = { ...health, retention: [{ kind: 'clinic', years: 10, reason }], opensInEmergency: true };
  expect(readPersonalCategories(JSON.stringify([kept]))).toEqual([{ ...kept, code: 'health' }]);
  for (const wrong of [{ years: 0 }, { kind: '' }, { reason: { az: 'x' } }]) {
    const rows = [{ ...kept, retention: [{ kind: 'clinic', years: 10, reason, ...wrong }] }];
    expect(() => readPersonalCategories(JSON.stringify(rows))).toThrow('retention');
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

test('a member asks for grants of its own category alone', () => {
  const categories = readPersonalCategories(JSON.stringify([health]));
  const declare = (member: string, grantField: string | null) => () =>
    assertGrantField({ member, grantField }, categories);
  expect(declare('clinic', 'healthGrant')).not.toThrow();
  expect(declare('center', null)).not.toThrow();
  expect(declare('clinic', 'studyGrant')).toThrow('clinic declares the grant field studyGrant');
  expect(declare('clinic', null)).toThrow('has healthGrant for it');
  expect(declare('center', 'healthGrant')).toThrow('has none for it');
});
