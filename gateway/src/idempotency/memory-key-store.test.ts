import { describe, expect, test } from 'vitest';
import type { KeyState } from './key-store.js';
import { MemoryKeyStore } from './memory-key-store.js';

const done = (text: string): KeyState => ({ state: 'done', fingerprint: 'f', text, operation: null });

describe('MemoryKeyStore', () => {
  test('hands a key out once, until it is released', async () => {
    const store = new MemoryKeyStore({ ttlMs: 1_000, maxBytes: 10_000 });
    expect(await store.claim('k', 'f')).toBeNull();
    expect(await store.claim('k', 'g')).toEqual({ state: 'running', fingerprint: 'f' });
    await store.release('k');
    expect(await store.claim('k', 'g')).toBeNull();
  });

  test('forgets the oldest answers when the bytes are used up, and never a key in use', async () => {
    const store = new MemoryKeyStore({ ttlMs: 1_000, maxBytes: 5_000 });
    await store.claim('in-use', 'f');
    for (const key of ['a', 'b', 'c']) {
      await store.claim(key, 'f');
      await store.finish(key, done('x'.repeat(1_500)));
    }
    expect(await store.claim('in-use', 'f')).toMatchObject({ state: 'running' });
    expect(await store.claim('c', 'f')).toMatchObject({ state: 'done' });
    expect(await store.claim('a', 'f')).toBeNull();
  });

  test('forgets an answer after its time', async () => {
    const store = new MemoryKeyStore({ ttlMs: 5, maxBytes: 5_000 });
    await store.claim('k', 'f');
    await store.finish('k', done('x'));
    await expect.poll(() => store.claim('k', 'f')).toBeNull();
  });
});
