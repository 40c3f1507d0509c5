import { expect, test } from 'vitest';
import { defineLoader, groupByKey, indexByKey, BatchRounds } from './loader.js';

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

/** A batch function that ends when it is told to. */
function heldBatch() {
  const batches: (readonly string[])[] = [];
  const started = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const loader = defineLoader<string, string, object>(async (keys) => {
    batches.push(keys);
    started.resolve();
    await held.promise;
    return keys;
  });
  return { loader, batches, started: started.promise, release: held.resolve };
}

/** Lets everything happen that waits for nothing but the event loop. */
async function severalTurns(): Promise<void> {
  for (let pass = 0; pass < 5; pass += 1) await new Promise((resolve) => setImmediate(resolve));
}

test.for([['the first'], ['the second']])(
  'keys that two paths reach share a batch, also when %s is slow',
  async ([slow]) => {
    const [first, second] = [heldBatch(), heldBatch()];
    const batches: (readonly string[])[] = [];
    const shared = defineLoader<string, string, object>((keys) => {
      batches.push(keys.toSorted());
      return Promise.resolve(keys);
    });
    const request = {};
    const paths = [first, second].map(async ({ loader }, index) =>
      shared.load(request, await loader.load(request, String(index))),
    );
    await Promise.all([first.started, second.started]);
    const order = slow === 'the first' ? [second, first] : [first, second];
    for (const path of order) {
      expect(batches).toEqual([]);
      path.release();
      await severalTurns();
    }
    expect(await Promise.all(paths)).toEqual(['0', '1']);
    expect(batches).toEqual([['0', '1']]);
  },
);

test('a loader waits for what its request reads beside the loaders', async () => {
  const request = { rounds: new BatchRounds() };
  const page = Promise.withResolvers<string>();
  const batches: (readonly string[])[] = [];
  const loader = defineLoader<string, string, object>((keys) => {
    batches.push(keys);
    return Promise.resolve(keys);
  });
  const first = loader.load(request, 'a');
  const behind = request.rounds.run(() => page.promise).then((key) => loader.load(request, key));
  await severalTurns();
  expect(batches).toEqual([]);
  page.resolve('b');
  expect(await Promise.all([first, behind])).toEqual(['a', 'b']);
  expect(batches).toEqual([['a', 'b']]);
});

test('a request does not wait for the batches of another', async () => {
  const { loader, started, release } = heldBatch();
  const slow = loader.load({}, 'slow');
  await started;
  const quick = defineLoader<string, string, object>((keys) => Promise.resolve(keys));
  expect(await quick.load({}, 'quick')).toBe('quick');
  release();
  expect(await slow).toBe('slow');
});

test('a batch that fails lets the next one go on', async () => {
  const failing = defineLoader<string, string, object>(() => Promise.reject(new Error('down')));
  const quick = defineLoader<string, string, object>((keys) => Promise.resolve(keys));
  const request = {};
  const next = failing.load(request, 'a').catch(() => quick.load(request, 'b'));
  expect(await next).toBe('b');
});

test('a batch that loads from another loader of its request is told so instead of waiting for ever', async () => {
  const inner = defineLoader<string, string, object>((keys) => Promise.resolve(keys));
  const outer = defineLoader<string, string, object>((keys, request) =>
    Promise.all(keys.map((key) => inner.load(request, key))),
  );
  await expect(outer.load({}, 'a')).rejects.toThrow('A batch loads nothing from another loader');
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
