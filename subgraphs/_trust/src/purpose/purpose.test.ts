import { expect, test } from 'vitest';
import { purposes, readPurposes } from './purpose.js';

const words = { az: 'a', en: 'b', ru: 'c', tr: 'd' };
const healing = {
  code: 'healing',
  name: words,
  legalText: words,
  opens: ['CONTACT'],
  kinds: ['clinic'],
  roles: ['officer'],
  needsCase: false,
  disclosureDelayDays: null,
};

test('the federation has its purposes, of which reporting opens nothing', () => {
  expect(purposes.find(({ code }) => code === 'reporting')?.opens).toEqual([]);
  expect(readPurposes(JSON.stringify([healing]))).toEqual([healing]);
});

test.for([
  ['a code twice', [healing, healing], 'Two purposes have the code healing'],
  ['a category that there is not', [{ ...healing, opens: ['CONTACT', 'HEALTH'] }], 'opens HEALTH'],
  ['a category without the contact', [{ ...healing, opens: ['STUDY'] }], 'not CONTACT'],
  ['a delay without a case', [{ ...healing, disclosureDelayDays: 9 }], 'delays disclosure'],
  ['a purpose that no role may state', [{ ...healing, roles: [] }], 'roles'],
  ['a language too few', [{ ...healing, name: { az: 'a', en: 'b', ru: 'c' } }], 'tr'],
  ['no purpose', [], 'Too small'],
] as const)('%s is refused', ([, rows, reason]) => {
  expect(() => readPurposes(JSON.stringify(rows))).toThrow(reason);
});
