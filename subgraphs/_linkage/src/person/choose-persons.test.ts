import { registerRecords } from '@birlik/demo-data/register-records';
import { expect, test } from 'vitest';

import { seededRandom } from '../numbers/seeded-random.js';
import { choosePersons, type ClericalDecision, type Evidence } from './choose-persons.js';
import { normalizedValues } from './person-values.js';
import { type NormalizedRecord, type RecordPair, weighPairs } from './weigh-pairs.js';

const organizations = ['a', 'b', 'c'];

function record(id: string, options: Partial<NormalizedRecord> = {}): NormalizedRecord {
  return {
    id,
    organizationId: `o${id}`,
    localKey: id,
    values: [],
    nationalNumberHashes: [],
    isUnique: false,
    ...options,
  };
}

function pair(leftId: string, rightId: string, weight: number, options: Partial<RecordPair> = {}): RecordPair {
  return { leftId, rightId, weight, matchStatus: 'auto', nationalNumberMatch: 'unknown', fields: [], ...options };
}

function decision(leftId: string, rightId: string, verdict: ClericalDecision['verdict']): ClericalDecision {
  return { leftId, rightId, verdict };
}

function people(evidence: Partial<Evidence>): Record<string, string> {
  const links = choosePersons({ records: [], volunteers: new Set(), pairs: [], decisions: [], ...evidence });
  return Object.fromEntries(links.map(({ recordId, personId }) => [recordId, personId]));
}

/** Invented registers of three organisations, one of which holds each person once, with some decisions on them. */
function registers(seed: number): Evidence {
  const random = seededRandom(seed);
  const records = [...registerRecords(60, `choose-${seed}`)].map(({ id, given, family, patronymic, born, phone }, at) =>
    record(`r${id.padStart(6, '0')}`, {
      organizationId: organizations[at % 3] ?? '',
      isUnique: at % 3 === 0,
      values: normalizedValues({
        givenName: given,
        familyName: family,
        patronymic,
        birthDate: born,
        phone,
        email: null,
      }),
      nationalNumberHashes: random(5) === 0 ? [`1:${random(40)}`] : [],
    }),
  );
  const all = records.flatMap((_, a) => records.slice(0, a).map((_, b): [number, number] => [b, a]));
  const pairs = weighPairs(records, all);
  const decisions = pairs
    .filter(() => random(6) === 0)
    .map(({ leftId, rightId }) => decision(leftId, rightId, random(2) === 0 ? 'same' : 'different'));
  return { records, volunteers: new Set([records[7]?.id ?? '', records[30]?.id ?? '']), pairs, decisions };
}

function shuffled<Value>(values: readonly Value[], random: (below: number) => number): readonly Value[] {
  return values
    .map((value) => ({ value, place: random(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

test.for([1, 2, 3, 4, 5, 6, 7, 8])(
  'in whatever order everything comes, the people, their ids and the reasons are the same (%i)',
  (seed) => {
    const evidence = registers(seed);
    const byRecord = (one: Evidence) => choosePersons(one).toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));
    const expected = byRecord(evidence);
    expect(new Set(expected.map(({ personId }) => personId)).size).toBeLessThan(evidence.records.length);
    const random = seededRandom(seed);
    for (let round = 0; round < 5; round += 1) {
      const records = shuffled(evidence.records, random);
      const all = records.flatMap((_, a) => records.slice(0, a).map((_, b): [number, number] => [b, a]));
      const again = {
        ...evidence,
        records,
        pairs: shuffled(weighPairs(records, shuffled(all, random)), random),
        decisions: shuffled(evidence.decisions, random),
      };
      expect(byRecord(again)).toEqual(expected);
    }
  },
);

test('a person keeps the oldest record’s id when others join, and a volunteer’s before any other', () => {
  const records = [record('1'), record('2'), record('3')];
  const pairs = [pair('1', '2', 40), pair('2', '3', 40)];
  expect(people({ records, pairs })).toEqual({ 1: '1', 2: '1', 3: '1' });
  expect(people({ records, pairs, volunteers: new Set(['2', '3']) })).toEqual({ 1: '2', 2: '2', 3: '2' });
});

test('a register that holds each person once gives a person its best record, and ties go by organisation and local key', () => {
  const once = (id: string) => record(id, { organizationId: 'once', isUnique: true });
  const records = [record('1'), once('2'), once('3')];
  expect(people({ records, pairs: [pair('1', '2', 40), pair('1', '3', 41)] })).toEqual({ 1: '1', 2: '2', 3: '1' });
  expect(people({ records, pairs: [pair('1', '2', 40), pair('1', '3', 40)] })).toEqual({ 1: '1', 2: '1', 3: '3' });
});

test('records with different national numbers stay apart also through a third, and equal ones come before any weight', () => {
  const records = [
    record('1', { nationalNumberHashes: ['1:x'] }),
    record('2'),
    record('3', { nationalNumberHashes: ['1:y'] }),
  ];
  const pairs = [pair('1', '2', 40), pair('2', '3', 50)];
  expect(people({ records, pairs })).toEqual({ 1: '1', 2: '2', 3: '2' });
  const equal = pair('1', '2', 31, { nationalNumberMatch: 'equal' });
  expect(people({ records, pairs: [equal, pair('2', '3', 50)] })).toEqual({ 1: '1', 2: '1', 3: '3' });
});

test('what a person decided stands above numbers, registers and weights', () => {
  const apart = [
    record('1', { organizationId: 'once', isUnique: true, nationalNumberHashes: ['1:x'] }),
    record('2', { organizationId: 'once', isUnique: true, nationalNumberHashes: ['1:y'] }),
  ];
  const [, link] = choosePersons({
    records: apart,
    volunteers: new Set(),
    pairs: [],
    decisions: [decision('1', '2', 'same')],
  });
  expect(link).toMatchObject({ recordId: '2', personId: '1', status: 'manual', method: 'decision', weight: null });
  const records = [record('1'), record('2'), record('3')];
  const pairs = [pair('1', '2', 99), pair('1', '3', 40), pair('2', '3', 40)];
  const parted = people({ records, pairs, decisions: [decision('1', '2', 'different')] });
  expect(parted['1']).not.toBe(parted['2']);
});

test('a pair that only waits for a review links nobody', () => {
  const records = [record('1'), record('2')];
  expect(people({ records, pairs: [pair('1', '2', 25, { matchStatus: 'review' })] })).toEqual({ 1: '1', 2: '2' });
});
