import { expect, test } from 'vitest';

import { fieldWeight, personModel } from './person-model.js';
import { normalizedValues, type PersonValues } from './person-values.js';
import { type NormalizedRecord, probabilityOfPair, weighPairs } from './weigh-pairs.js';

const person = {
  givenName: 'Nigar',
  familyName: 'Abbasova',
  patronymic: null,
  birthDate: '1990-05-16',
  phone: null,
  email: null,
};

function record(id: string, values: Partial<PersonValues>, options: Partial<NormalizedRecord> = {}): NormalizedRecord {
  const normalized = normalizedValues({ ...person, ...values });
  return {
    id,
    organizationId: id,
    localKey: id,
    values: normalized,
    nationalNumberHashes: [],
    isUnique: false,
    ...options,
  };
}

function weigh(left: NormalizedRecord, right: NormalizedRecord) {
  return weighPairs([left, right], [[0, 1]])[0];
}

test('a frequent name with a birthday is a question, and with a telephone number a link', () => {
  expect(weigh(record('1', {}), record('2', {}))?.matchStatus).toBe('review');
  const phone = '+994501234567';
  expect(weigh(record('1', { phone }), record('2', { phone }))?.matchStatus).toBe('auto');
  expect(weigh(record('1', {}), record('2', { givenName: 'Leyla', birthDate: '1971-01-02' }))).toBeUndefined();
});

test('the weights of the values add up to the weight, to the last digit that is written', () => {
  const pair = weigh(record('1', { patronymic: 'Adil qızı' }), record('2', { givenName: 'Nigár', patronymic: 'Адил' }));
  const thousandths = (pair?.fields ?? []).map(({ weight }) => Math.round(weight * 1000));
  expect(thousandths.reduce((sum, bits) => sum + bits, 0)).toBe(Math.round((pair?.weight ?? 0) * 1000));
});

test('what is said of a pair is the same whichever side it is asked from and whoever else is there', () => {
  const [left, right] = [record('1', { familyName: 'Abasova' }), record('2', { patronymic: 'Adil' })];
  const others = ['3', '4', '5'].map((id) => record(id, { givenName: 'Nigár', familyName: `Abbas${id}ova` }));
  const alone = weigh(left, right);
  expect(alone).toBeDefined();
  expect(weigh(right, left)).toEqual(alone);
  expect(weighPairs([...others, right, left], [[4, 3]])).toEqual([alone]);
});

test('equal national numbers link where nothing clashes, different ones never, and one register never with itself', () => {
  const x = { nationalNumberHashes: ['1:x'] };
  const bare = { birthDate: null };
  expect(weigh(record('1', bare, x), record('2', bare, x))).toMatchObject({
    matchStatus: 'auto',
    nationalNumberMatch: 'equal',
  });
  expect(weigh(record('1', {}, x), record('2', { familyName: 'Quliyeva' }, x))).toMatchObject({
    matchStatus: 'review',
  });
  expect(weigh(record('1', {}, x), record('2', { birthDate: '1955-01-01' }, x))).toMatchObject({
    matchStatus: 'review',
  });
  const phone = '+994501234567';
  expect(weigh(record('1', { phone }, x), record('2', { phone }, { nationalNumberHashes: ['1:y'] }))).toBeUndefined();
  const once = { organizationId: 'once', isUnique: true };
  expect(weigh(record('1', { phone }, once), record('2', { phone }, once))).toBeUndefined();
});

test('a rare name weighs more than a frequent one, and a level that the model has not learned is an error', () => {
  const rare = fieldWeight(personModel, 'familyName', 'equal', ['qarabagli', 'qarabagli']);
  expect(rare).toBeGreaterThan(fieldWeight(personModel, 'familyName', 'equal', ['abbasov', 'abbasov']));
  expect(fieldWeight(personModel, 'phone', 'missing', ['', ''])).toBe(0);
  expect(() => fieldWeight(personModel, 'phone', 'strange', ['', ''])).toThrow('knows no level "strange" of phone');
});

test('relatives who share a household, or a birthday as twins, are never linked without a review', () => {
  const family = { familyName: 'Qarabağlı', patronymic: 'Xəqani', phone: '+994501234567', email: 'ev@example.az' };
  const twin = weigh(record('1', { ...family, givenName: 'Elnur' }), record('2', { ...family, givenName: 'Elvin' }));
  expect(twin?.matchStatus).not.toBe('auto');
  const son = { ...family, givenName: 'Elnur', birthDate: '2001-02-03' };
  expect(weigh(record('1', son), record('2', { ...son, birthDate: '1971-11-20' }))?.matchStatus).not.toBe('auto');
});

test('an equal name and telephone number with another year of birth is asked about, whatever the rest says', () => {
  const phone = '+994501234567';
  const rare = { givenName: 'Xəqani', familyName: 'Qarabağlı', patronymic: 'Elnur oğlu', email: 'x@example.az', phone };
  for (const values of [{ phone }, { ...rare, patronymic: null, email: null }, rare]) {
    for (const birthDate of ['1991-05-16', '1960-05-16', '1955-11-02', '1909-05-16']) {
      const pair = weigh(record('1', values), record('2', { ...values, birthDate }));
      expect(pair?.matchStatus, `${JSON.stringify(values)} ${birthDate}`).toBe('review');
    }
  }
  expect(weigh(record('1', { phone }), record('2', { phone, birthDate: '1990-05-17' }))?.matchStatus).toBe('auto');
  const number = { nationalNumberHashes: ['1:x'] };
  const misprint = record('2', { phone, birthDate: '1991-05-16' }, number);
  expect(weigh(record('1', { phone }, number), misprint)?.matchStatus).toBe('auto');
  const other = record('2', { phone, birthDate: '1991-05-16' }, { nationalNumberHashes: ['1:y'] });
  expect(weigh(record('1', { phone }, number), other)).toBeUndefined();
});

test('the probability grows with the weight, and the match status follows it', () => {
  const question = weigh(record('1', {}), record('2', {}));
  const phone = '+994501234567';
  const certain = weigh(record('1', { phone }), record('2', { phone }));
  const probability = (pair: typeof certain) => probabilityOfPair(pair?.weight ?? 0);
  expect(probability(question)).toBeGreaterThanOrEqual(personModel.thresholds.review);
  expect(probability(question)).toBeLessThan(personModel.thresholds.auto);
  expect(probability(certain)).toBeGreaterThanOrEqual(personModel.thresholds.auto);
});
