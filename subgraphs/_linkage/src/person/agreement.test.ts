import { expect, test } from 'vitest';

import { agree } from './agreement.js';
import { normalizedValues, type PersonValues } from './person-values.js';
import type { NormalizedRecord } from './weigh-pairs.js';

const person = {
  givenName: 'Hüseyn',
  familyName: 'Cəfərov',
  patronymic: null,
  birthDate: '1990-05-16',
  phone: null,
  email: 'family@example.az',
};

function record(id: string, values: Partial<PersonValues>): NormalizedRecord {
  const normalized = normalizedValues({ ...person, ...values });
  return { id, organizationId: id, localKey: id, values: normalized, nationalNumberHashes: [], isUnique: false };
}

const agrees = (values: Partial<PersonValues>): boolean => agree(record('1', {}), record('2', values));

test('a record agrees by both names in any alphabet and order, with the same day of birth or none', () => {
  expect(agrees({})).toBe(true);
  expect(agrees({ birthDate: null })).toBe(true);
  expect(agrees({ givenName: 'Гусейн', familyName: 'Джафаров' })).toBe(true);
  expect(agrees({ givenName: 'Cəfərov', familyName: 'Hüseyn' })).toBe(true);
});

test.each([
  [{ givenName: 'Nigar' }],
  [{ familyName: 'Abbasov' }],
  [{ birthDate: '1990-05-17' }],
  [{ birthDate: '1960-05-16' }],
  [{ givenName: '', familyName: '' }],
] as const)('a relative’s record at the same address does not agree: %j', (values) => {
  expect(agrees(values)).toBe(false);
});
