import { personBlockingKeys } from '../src/person/person-blocking-keys.js';
import { normalizedValues } from '../src/person/person-values.js';
import { type NormalizedRecord, type RecordPair, weighPairs } from '../src/person/weigh-pairs.js';
import { trainingRecords } from '../src/training-records.js';

/**
 * Measures the fixed model on invented registers from which it has not learned, and whose people are known:
 * `npm run -s bench -- subgraphs/_linkage/bench/person-model.bench.ts`
 */
const people = 20_000;
const truth = new Map<string, string>();
const records: NormalizedRecord[] = [];
const blocks = new Map<string, number[]>();
for (const { id, person, values } of trainingRecords(people, 'person-model-gate')) {
  const normalized = normalizedValues({ ...values, email: null });
  truth.set(id, person);
  const record = {
    id,
    organizationId: 'gate',
    localKey: id,
    values: normalized,
    nationalNumberHashes: [],
    isUnique: false,
  };
  const number = records.push(record);
  for (const key of personBlockingKeys(normalized, [])) blocks.set(key, [...(blocks.get(key) ?? []), number - 1]);
}
const candidates = new Map<string, [number, number]>();
for (const members of blocks.values()) {
  for (const [at, a] of members.entries()) for (const b of members.slice(at + 1)) candidates.set(`${a} ${b}`, [a, b]);
}
const isTrue = (a: string, b: string): boolean => truth.get(a) === truth.get(b);
const sizes = [...Map.groupBy(truth.values(), (person) => person).values()].map(({ length }) => length);
const all = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
const blocked = [...candidates.values()].filter(([a, b]) => isTrue(records[a]?.id ?? '', records[b]?.id ?? '')).length;
const pairs = weighPairs(records, [...candidates.values()]);
const share = (matchStatus: RecordPair['matchStatus']): string => {
  const found = pairs.filter((pair) => pair.matchStatus === matchStatus);
  const right = found.filter(({ leftId, rightId }) => isTrue(leftId, rightId)).length;
  return `${matchStatus}: ${found.length} pairs, precision ${(right / found.length).toFixed(5)}, ${(right / all).toFixed(4)} of all matches`;
};
process.stdout.write(
  `${[
    `${records.length} records of ${people} people, ${all} matching pairs`,
    `keys find ${(blocked / all).toFixed(4)} of them, with ${(candidates.size / records.length).toFixed(1)} candidates a record`,
    share('auto'),
    share('review'),
  ].join('\n')}\n`,
);
