import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import {
  fieldWeight,
  type PersonModelData,
  PersonModelError,
  personModel,
  personModelFile,
  readPersonModel,
} from './person-model.js';

const data = (): PersonModelData => JSON.parse(readFileSync(personModelFile, 'utf8')) as PersonModelData;

function faults(value: unknown): readonly string[] {
  try {
    readPersonModel(value);
  } catch (error) {
    if (error instanceof PersonModelError) return error.faults;
    throw error;
  }
  return [];
}

test('a level’s match weight is log2 of m to u, in thousandths', () => {
  const { comparisons } = data();
  const { mProbability = 0, uProbability = 1 } = comparisons.birthDate.levels['close'] ?? {};
  const weight = readPersonModel(data()).comparisons.birthDate.matchWeights.get('close');
  expect(weight).toBe(Number(Math.log2(mProbability / uProbability).toFixed(3)));
});

test('a model is refused with all of its faults, each with its place', () => {
  const { version: _, comparisons, ...rest } = data();
  const { phone: _phone, ...others } = comparisons;
  const found = faults({ ...rest, version: 0, assumedRecords: 1, comparisons: others, colour: 'red' });
  for (const place of [/^version: /, /^assumedRecords: /, /^comparisons\.phone: /, /colour/]) {
    expect(found.filter((fault) => place.test(fault))).toHaveLength(1);
  }
});

test('a model of other comparison levels than this build’s is refused before it says anything', () => {
  const { comparisons, ...rest } = data();
  const { close = { mProbability: 0.5, uProbability: 0.5 }, ...levels } = comparisons.phone.levels;
  const changed = { ...comparisons, phone: { levels: { ...levels, near: close } } };
  expect(faults({ ...rest, comparisons: changed })).toEqual([
    'comparisons.phone: has no "close"',
    'comparisons.phone: "near" is no comparison level of this build',
  ]);
});

test('the weight of a value never falls as more of it agrees', () => {
  const { comparisons } = data();
  for (const [value, { levels }] of Object.entries(comparisons)) {
    const weights = Object.values(levels).map(({ mProbability, uProbability }) =>
      Math.log2(mProbability / uProbability),
    );
    // The probabilities have nine digits in the file.
    for (const [at, weight] of weights.entries())
      expect(weight, `${value} ${at}`).toBeGreaterThan((weights[at - 1] ?? -99) - 1e-6);
  }
});

test('a frequent name never weighs more in two alphabets than in one, and each weighs by how many people have it', () => {
  const weight = (level: string, name: string) => fieldWeight(personModel, 'familyName', level, [name, name]);
  for (const name of ['eliyev', 'memmedov', 'qemberli']) {
    expect(weight('same reading', name)).toBeLessThanOrEqual(weight('equal', name) + 1e-6);
  }
  expect(weight('equal', 'eliyev')).toBeLessThan(weight('equal', 'qemberli'));
  expect(weight('equal', 'memmedov')).toBe(weight('equal', 'mamedov'));
});
