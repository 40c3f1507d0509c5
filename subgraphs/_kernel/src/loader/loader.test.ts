import { expect, test } from 'vitest';
import { defineLoader, groupByKey, indexByKey } from './loader.js';

test('keys of one request are loaded together, each once', async () => {
  const batches: (readonly number[])[] = [];
  const doubled = defineLoader<number, number, object>((keys) => {
    batches.push(keys);
    return Promise.resolve(keys.map((key) => key * 2));
  });
  const request = {};
  expect(await Promise.all([1, 2, 1].map((key) => doubled.load(request, key)))).toEqual([2, 4, 2]);
  expect(batches).toEqual([[1, 2]]);
});

test('another request shares nothing', async () => {
  let calls = 0;
  const counted = defineLoader<number, number, object>((keys) => Promise.resolve(keys.map(() => ++calls)));
  expect(await counted.load({}, 1)).toBe(1);
  expect(await counted.load({}, 1)).toBe(2);
});

test('one bad key does not reject the others', async () => {
  const picky = defineLoader<number, number, object>((keys) =>
    Promise.resolve(keys.map((key) => (key < 0 ? new Error('negative') : key))),
  );
  const request = {};
  const results = await Promise.allSettled([1, -1].map((key) => picky.load(request, key)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('objects are the same key when their cache keys are equal', async () => {
  const batches: number[] = [];
  const byId = defineLoader<{ id: number }, number, object>(
    (keys) => {
      batches.push(keys.length);
      return Promise.resolve(keys.map(({ id }) => id));
    },
    ({ id }) => id,
  );
  const request = {};
  await Promise.all([byId.load(request, { id: 1 }), byId.load(request, { id: 1 })]);
  expect(batches).toEqual([1]);
});

test('rows are put in the order of their keys', () => {
  const rows = [
    { owner: 'b', value: 1 },
    { owner: 'a', value: 2 },
    { owner: 'b', value: 3 },
  ];
  expect(groupByKey(['a', 'b', 'c'], rows, (row) => row.owner).map((group) => group.map(({ value }) => value))).toEqual(
    [[2], [1, 3], []],
  );
  expect(indexByKey(['c', 'a'], rows, (row) => row.owner)).toEqual([null, rows[1]]);
});
