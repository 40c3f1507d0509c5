import { expect, test } from 'vitest';

import { personBlockingKeys } from './person-blocking-keys.js';
import { normalizedValues, type PersonValues } from './person-values.js';

const person: PersonValues = {
  givenName: 'Hüseyn',
  familyName: 'Cəfərov',
  patronymic: 'Rəşid oğlu',
  birthDate: '1990-05-16',
  phone: '+994 50 123 45 67',
  email: 'Huseyn@Example.az',
};

const keysOf = (values: PersonValues, nationalNumberHashes: readonly string[] = []): readonly string[] =>
  personBlockingKeys(normalizedValues(values), nationalNumberHashes);
const share = (left: PersonValues, right: PersonValues): boolean => {
  const keys = new Set(keysOf(left));
  return keysOf(right).some((key) => keys.has(key));
};
const bare = { patronymic: null, phone: null, email: null };

test('records of one person find each other across alphabets and whichever one value is wrong or missing', () => {
  expect(
    share({ ...person, ...bare }, { ...bare, givenName: 'Гусейн', familyName: 'Джафаров', birthDate: '1990-05-16' }),
  ).toBe(true);
  const variants: readonly Partial<PersonValues>[] = [
    { givenName: 'Elçin' },
    { familyName: 'Quliyev' },
    { birthDate: '1990-05-17' },
    { birthDate: '1991-05-16' },
    { birthDate: '1990-11-02' },
    { birthDate: null },
    { givenName: 'Cəfərov', familyName: 'Hüseyn' },
  ];
  for (const variant of variants) {
    expect(
      share({ ...person, phone: null, email: null }, { ...person, ...bare, patronymic: 'Рашид', ...variant }),
    ).toBe(true);
  }
});

test('a name alone, a day alone and a father alone bring nobody together', () => {
  const other = { ...bare, givenName: 'Nigar', familyName: 'Abbasova', birthDate: '1970-01-02' };
  expect(share({ ...person, ...bare }, { ...other, familyName: 'Cəfərova' })).toBe(false);
  expect(share({ ...person, ...bare }, { ...other, birthDate: '1990-05-16' })).toBe(false);
  expect(share({ ...person, phone: null, email: null }, { ...other, patronymic: 'Rəşid' })).toBe(false);
});

test('a national number, a telephone number and an address each find a record by themselves', () => {
  const other = { ...bare, givenName: 'Nigar', familyName: 'Abbasova', birthDate: null };
  expect(share(person, { ...other, phone: '0501234567' })).toBe(true);
  expect(share(person, { ...other, email: 'huseyn@example.az' })).toBe(true);
  const [key] = keysOf({ ...other }, ['1:abc']);
  expect(keysOf(person, ['1:abc'])).toContain(key);
});
