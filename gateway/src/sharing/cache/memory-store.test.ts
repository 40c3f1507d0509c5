import { beforeEach, describe, expect, test } from 'vitest';
import type { CacheEntry } from './cache-store.js';
import { MemoryStore } from './memory-store.js';

let now: number;
let store: MemoryStore;
beforeEach(() => {
  now = 0;
  store = new MemoryStore(4_000, () => now);
});

const entry = (key: string, rest: Partial<CacheEntry> = {}): CacheEntry => ({
  key,
  text: `"${key}"`,
  seconds: 10,
  tags: ['t'],
  ...rest,
});
const keep = async (...entries: CacheEntry[]) => store.write(entries, (await store.read([])).epoch ?? '');
const texts = async (...keys: string[]) => (await store.read(keys)).texts;

describe('the store in memory', () => {
  test('keeps an entry for its seconds and not longer', async () => {
    await keep(entry('a'), entry('b', { seconds: 20 }));
    now = 9_999;
    expect(await texts('a', 'b', 'c')).toEqual(['"a"', '"b"', null]);
    now = 10_000;
    expect(await texts('a', 'b')).toEqual([null, '"b"']);
  });

  test('does not count what has ended as forgotten', async () => {
    await keep(entry('a'), entry('b', { seconds: 20 }));
    now = 15_000;
    expect(await store.invalidate([['t']])).toBe(1);
  });

  test('forgets what was used least when it is full, and an entry that is too large at once', async () => {
    await keep(entry('large', { text: 'x'.repeat(5_000) }));
    expect(await texts('large')).toEqual([null]);
    await keep(...Array.from({ length: 20 }, (_, index) => entry(`k${index}`)));
    expect(await texts('k0', 'k19')).toEqual([null, '"k19"']);
    expect(await store.invalidate([['t']])).toBeLessThan(20);
  });

  test('forgets by tags that hold together', async () => {
    await keep(entry('a', { tags: ['x', 'y'] }), entry('b', { tags: ['x'] }), entry('c', { tags: ['y'] }));
    expect(await store.invalidate([['x', 'y']])).toBe(1);
    expect(await texts('a', 'b', 'c')).toEqual([null, '"b"', '"c"']);
    expect(await store.invalidate([['x'], ['y']])).toBe(2);
  });

  test('has only the tags of the newest entry of a key', async () => {
    await keep(entry('a', { tags: ['old'] }));
    await keep(entry('a', { tags: ['new'] }));
    expect(await store.invalidate([['old']])).toBe(0);
    expect(await texts('a')).toEqual(['"a"']);
  });

  test('does not keep what was asked before an invalidation', async () => {
    const { epoch } = await store.read([]);
    await store.invalidate([['other']]);
    await store.write([entry('a')], epoch ?? '');
    expect(await texts('a')).toEqual([null]);
  });
});
