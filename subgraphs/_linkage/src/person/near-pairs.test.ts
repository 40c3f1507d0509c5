import { expect, test } from 'vitest';

import { nearPairs } from './near-pairs.js';
import { normalizedValues, type PersonValues } from './person-values.js';
import type { NormalizedRecord } from './weigh-pairs.js';

const person = {
  givenName: 'Hüseyn',
  familyName: 'Cəfərov',
  patronymic: null,
  birthDate: '1990-05-16',
  phone: '+994501234567',
  email: 'huseyn@example.az',
};

function record(id: string, values: Partial<PersonValues>): NormalizedRecord {
  const normalized = normalizedValues({ ...person, ...values });
  return { id, organizationId: id, localKey: id, values: normalized, nationalNumberHashes: [], isUnique: false };
}

const isNear = (values: Partial<PersonValues>): boolean =>
  nearPairs([record('1', {}), record('2', values)], [[0, 1]]).length === 1;

const other = { givenName: 'Nigar', familyName: 'Abbasova', phone: '+994559876543', email: 'nigar@example.az' };
const bare = { birthDate: '1931-02-03', phone: null, email: null };

test('a record comes near by its name in any alphabet and order, or by an equal number or address, whatever else it says', () => {
  expect(isNear(bare)).toBe(true);
  expect(isNear({ ...bare, givenName: 'Гусейн', familyName: 'Джафаров' })).toBe(true);
  expect(isNear({ ...bare, givenName: 'Cəfərov', familyName: 'Hüseyn' })).toBe(true);
  expect(isNear({ ...other, phone: person.phone })).toBe(true);
  expect(isNear({ ...other, email: person.email })).toBe(true);
});

test('a birthday or half a name alone is not near', () => {
  expect(isNear(other)).toBe(false);
  expect(isNear({ ...other, familyName: person.familyName })).toBe(false);
  expect(isNear({ ...other, givenName: person.givenName })).toBe(false);
});
