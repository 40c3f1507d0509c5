import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postBody } from '@birlik/test-client';
import { createLogger, type Logger } from '../../telemetry/logger.js';
import { startFederation, type Federation } from '../../../testing/federation.js';
import { publicSubgraphs } from '../../../testing/public-subgraphs.js';
import { startRedis, type RedisServer } from '../../../testing/redis-server.js';
import { CacheUnavailable, type CacheEntry } from './cache-store.js';
import { RedisStore } from './redis-store.js';

const SECRET = 'a-secret-of-sixteen-characters-or-more';

let server: RedisServer;
let client: Redis;
beforeAll(async () => {
  server = await startRedis();
  client = new Redis(server.url);
});
afterAll(async () => {
  client.disconnect();
  await server.close();
});
beforeEach(async () => {
  await client.flushall();
});

const entry = (key: string, tags: readonly string[] = ['t'], seconds = 100): CacheEntry => ({
  key,
  text: `"${key}"`,
  seconds,
  tags,
});

async function connect(url = server.url, logger: Logger = createLogger('silent')): Promise<RedisStore> {
  const store = new RedisStore({ url, prefix: 'test:', timeoutMs: 2_000 }, logger);
  await store.connect();
  return store;
}

const keep = async (store: RedisStore, ...entries: CacheEntry[]) =>
  store.write(entries, (await store.read([])).epoch ?? 'none');

describe('the store in Redis', () => {
  test('keeps entries for their time, and tags no longer than what has them', async () => {
    const store = await connect();
    await keep(store, entry('a', ['t'], 50), entry('b', ['t', 'u'], 100));
    expect((await store.read(['a', 'none', 'b'])).texts).toEqual(['"a"', null, '"b"']);
    const times = await Promise.all(
      (await client.keys('*')).map(async (key) => [key, await client.pttl(key)] as const),
    );
    expect(times).toHaveLength(4);
    for (const [, ms] of times) {
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(100_000);
    }
    await store.close();
  });

  test('takes what has ended out of a tag when the tag grows', async () => {
    const store = await connect();
    await client.zadd('test:tag:t', 1, 'ended');
    await keep(store, entry('a'));
    expect(await client.zcard('test:tag:t')).toBe(1);
    await store.close();
  });

  test('forgets by tags that hold together, for all gateways', async () => {
    const [one, two] = [await connect(), await connect()];
    await keep(one, entry('a', ['x', 'y']), entry('b', ['x']), entry('c', ['y']));
    expect(await two.invalidate([['x', 'y']])).toBe(1);
    expect((await one.read(['a', 'b', 'c'])).texts).toEqual([null, '"b"', '"c"']);
    expect(await two.invalidate([['x'], ['y']])).toBe(2);
    await Promise.all([one.close(), two.close()]);
  });

  test('does not keep what was asked before an invalidation of any gateway', async () => {
    const [one, two] = [await connect(), await connect()];
    const { epoch } = await one.read([]);
    await two.invalidate([['other']]);
    await one.write([entry('a')], epoch ?? 'none');
    expect((await one.read(['a'])).texts).toEqual([null]);
    await keep(one, entry('a'));
    expect((await one.read(['a'])).texts).toEqual(['"a"']);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('a Redis that is away', () => {
  test('is said once, finds and keeps nothing, and cannot forget', async () => {
    const own = await startRedis();
    const lines: string[] = [];
    const store = await connect(own.url, createLogger('info', { write: (line: string) => void lines.push(line) }));
    await keep(store, entry('a'));
    await own.stop();
    for (let index = 0; index < 5; index++) {
      expect(await store.read(['a'])).toEqual({ texts: [null], epoch: null });
      await store.write([entry('a')], '');
      await expect(store.invalidate([['t']])).rejects.toThrow(CacheUnavailable);
    }
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the cache cannot be reached');
    expect(lines[0]).not.toContain('127.0.0.1');

    await own.restart();
    // The store reconnects by itself; the test's own time limit ends a wait in vain.
    while (lines.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(lines[1]).toContain('can be reached again');
    expect((await store.read([])).epoch).toBe('');
    await store.close();
    await own.close();
  });

  test('that takes connections and never answers holds nobody up for long', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const store = new RedisStore(
      { url: `redis://127.0.0.1:${port}`, prefix: 'test:', timeoutMs: 50 },
      createLogger('silent'),
    );
    void store.connect();
    expect(await store.read(['a'])).toEqual({ texts: [null], epoch: null });
    await expect(store.invalidate([['t']])).rejects.toThrow(CacheUnavailable);
    await store.close();
    silent.close();
  });
});

describe('gateways with one Redis', () => {
  const start = (redisUrl: string): Promise<Federation> =>
    startFederation(publicSubgraphs, {
      sharing: { cache: { store: 'redis', redisUrl, invalidationSecret: SECRET, redisTimeoutMs: 2_000 } },
    });
  const invalidate = (federation: Federation) =>
    postBody(new URL('/cache/invalidate', federation.url).href, JSON.stringify({ type: 'City', key: { id: '1' } }), {
      headers: { authorization: `Bearer ${SECRET}` },
    });
  const size = '{ town(id: "1") { size } }';
  const calls = ({ subgraphs }: Federation) => subgraphs['facts']?.received.length;

  test('share answers and invalidations', async () => {
    const [one, two] = [await start(server.url), await start(server.url)];
    await one.ask(size);
    // What is cached is written behind the answer; the next command of the same connection comes after it.
    await one.ask(size);
    expect((await two.ask(size)).data).toEqual({ town: { size: 100 } });
    expect([calls(one), calls(two)]).toEqual([1, 0]);
    expect(await (await invalidate(two)).json()).toEqual({ invalidated: 1 });
    await one.ask(size);
    expect(calls(one)).toBe(2);
    await Promise.all([one.close(), two.close()]);
  });

  test('take what is no JSON for nothing', async () => {
    const federation = await start(server.url);
    await federation.ask(size);
    await federation.ask(size);
    const [key = ''] = await client.keys('birlik:entry:*');
    await client.set(key, '{');
    expect((await federation.ask(size)).data).toEqual({ town: { size: 100 } });
    expect(calls(federation)).toBe(2);
    await federation.close();
  });

  test('answer without it, and answer an invalidation with 503', async () => {
    const own = await startRedis();
    await own.stop();
    const federation = await start(own.url);
    for (let index = 0; index < 2; index++) {
      expect(await federation.ask(size)).toMatchObject({ data: { town: { size: 100 } }, errors: undefined });
    }
    expect(calls(federation)).toBe(2);
    expect((await invalidate(federation)).status).toBe(503);
    await federation.close();
    await own.close();
  });
});
