import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, readEnvironment } from '../config/config.js';
import { fileStoreVariables, openFileStore, type FileStore } from './file-store.js';

/** A server that speaks the protocol of S3; it comes without types. */
interface S3Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}
const require = createRequire(import.meta.url);
const S3rver = require('@20minutes/s3rver') as new (options: object) => S3Server;

const megabyte = 1024 * 1024;

let folder: string;
let server: S3Server;
let stores: Record<'folder' | 'bucket', FileStore>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-store-'));
  const directory = join(folder, 'buckets');
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'files' }],
    // It signs the path of a bucket without the slash with which clients ask for it.
    allowMismatchedSignatures: true,
  });
  const { port } = await server.run();
  const open = (variables: Readonly<Record<string, string>>) =>
    openFileStore(readEnvironment(fileStoreVariables, variables));
  stores = {
    folder: await open({ FILE_STORE: join(folder, 'own') }),
    bucket: await open({
      FILE_STORE: 's3://files/creative',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    }),
  };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function* inPieces(bytes: Buffer, failAt = Infinity): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) {
    if (at >= failAt) throw new Error('the source broke');
    yield bytes.subarray(at, at + 64 * 1024);
  }
}

async function keysIn(store: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.toSorted();
}

describe.each(['folder', 'bucket'] as const)('a store in a %s', (kind) => {
  test.each([1, 6 * megabyte, 20 * megabyte])(
    'gives back the %d bytes that were put, and has none after',
    async (length) => {
      const store = stores[kind];
      const bytes = randomBytes(length);
      await store.put('one', inPieces(bytes));
      expect(await keysIn(store)).toEqual(['one']);
      const found = await store.get('one');
      expect(found && (await buffer(found)).equals(bytes)).toBe(true);
      await store.delete('one');
      expect(await store.get('one')).toBeNull();
      expect(await keysIn(store)).toEqual([]);
      await store.delete('one');
    },
  );

  test.each([128 * 1024, 12 * megabyte])('has nothing of a put whose source breaks after %d bytes', async (failAt) => {
    const store = stores[kind];
    await expect(store.put('two', inPieces(randomBytes(20 * megabyte), failAt))).rejects.toThrow('the source broke');
    expect(await store.get('two')).toBeNull();
    expect(await keysIn(store)).toEqual([]);
    await store.put('two', inPieces(Buffer.from('again')));
    await store.delete('two');
  });

  test('is not led out of by a key', async () => {
    const store = stores[kind];
    for (const key of ['../x', 'a/b', '', '.x', 'A']) {
      await expect(store.put(key, inPieces(Buffer.from('x')))).rejects.toThrow('A key of a store');
      await expect(store.get(key)).rejects.toThrow('A key of a store');
      await expect(store.delete(key)).rejects.toThrow('A key of a store');
    }
  });
});

test('a folder is for its owner alone, and what killed processes left in it goes, but nothing that is being put', async () => {
  const own = join(folder, 'own');
  await stores.folder.put('three', inPieces(Buffer.from('three')));
  expect(((await stat(own)).mode & 0o777).toString(8)).toBe('700');
  expect(((await stat(join(own, 'three'))).mode & 0o777).toString(8)).toBe('600');
  const dead = spawnSync(process.execPath, ['--eval', '']).pid;
  const before = new Date(Date.now() - 61_000);
  const left = [`a.${hostname()}.${dead}.partial`, `b.${hostname()}.${process.pid}.partial`, 'c.elsewhere.1.partial'];
  const kept = [`d.${hostname()}.${process.ppid}.partial`, 'e.elsewhere.1.partial', 'f.partial', 'README.txt'];
  for (const name of [...left, ...kept]) await writeFile(join(own, name), 'x');
  for (const name of ['c.elsewhere.1.partial', 'f.partial']) await utimes(join(own, name), before, before);
  async function* slowly() {
    yield Buffer.from('fo');
    await stores.folder.deleteUnfinished();
    yield Buffer.from('ur');
  }
  await stores.folder.put('four', slowly());
  expect((await readdir(own)).toSorted()).toEqual(['four', 'three', ...kept].toSorted());
  expect(await keysIn(stores.folder)).toEqual(['four', 'three']);
});

test('half of a key opens no bucket', async () => {
  const half = readEnvironment(fileStoreVariables, { FILE_STORE: 's3://files', S3_ACCESS_KEY_ID: 'x' });
  await expect(openFileStore(half)).rejects.toThrow(ConfigError);
});

test('a store of another form is no configuration', () => {
  for (const FILE_STORE of ['', 's3://', 's3://Files', 's3:files']) {
    expect(() => readEnvironment(fileStoreVariables, { FILE_STORE })).toThrow(ConfigError);
  }
});
