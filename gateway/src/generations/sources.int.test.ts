import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SupergraphError } from '../errors/supergraph-error.js';
import { createLogger } from '../telemetry/logger.js';
import { fileSource } from './file-source.js';
import { lastGoodFile } from './last-good-file.js';
import type { SupergraphSource } from './supergraph-source.js';
import { SupergraphLoader, type SupergraphLoaderParts } from './supergraph-loader.js';
import { urlSource } from './url-source.js';

const HOUR_MS = 3_600_000;

let folder: string;
const loaders: SupergraphLoader[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-supergraph-'));
});
afterEach(async () => {
  await Promise.all(loaders.splice(0).map((loader) => loader.stop()));
  await rm(folder, { recursive: true });
});

/** A loader that is followed, and the texts that it brought. A text `invalid…` is refused. */
async function follow(given: SupergraphSource, parts: Partial<SupergraphLoaderParts> = {}) {
  // Once the source is watched it is read for a second time; what happens from then on must be noticed.
  let reads = 0;
  const watched = Promise.withResolvers<void>();
  const source: SupergraphSource = {
    ...given,
    read: async (fresh) => {
      try {
        return await given.read(fresh);
      } finally {
        if (++reads === 2) watched.resolve();
      }
    },
  };
  const loaded: string[] = [];
  const waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(JSON.parse(line) as never) });
  const loader = new SupergraphLoader({ source, lastGood: null, pollMs: HOUR_MS, watch: true, logger, ...parts });
  loaders.push(loader);
  const load = (sdl: string) => {
    loaded.push(sdl);
    for (const { text, resolve } of waiting) if (text === sdl) resolve();
    return sdl.startsWith('invalid') ? Promise.reject(new SupergraphError('It is invalid.')) : Promise.resolve();
  };
  const first = await loader.first(async ({ sdl, isLastGood }) => {
    await load(sdl);
    return { sdl, isLastGood };
  });
  loader.follow(async (sdl) => {
    await load(sdl);
    return 'served';
  });
  await watched.promise;
  const comes = (text: string): Promise<void> => {
    if (loaded.includes(text)) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push({ text, resolve });
    return promise;
  };
  return { loader, first, loaded, lines, comes, reads: () => reads };
}

describe('a file', () => {
  test('that is written in place, replaced by renaming or removed and made again is read anew', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const { comes, loaded } = await follow(fileSource(file));
    await writeFile(file, 'two');
    await comes('two');
    await writeFile(`${file}.new`, 'three');
    await rename(`${file}.new`, file);
    await comes('three');
    await rm(file);
    await writeFile(file, 'four');
    await comes('four');
    expect(loaded).toEqual(['one', 'two', 'three', 'four']);
  });

  test('below a folder that is a link is read anew when the link leads elsewhere, and in its new place', async () => {
    for (const version of ['1', '2']) {
      await mkdir(join(folder, 'versions', version), { recursive: true });
      await writeFile(join(folder, 'versions', version, 'supergraph.graphql'), `version ${version}`);
    }
    await symlink('versions/1', join(folder, 'current'));
    const { comes, loaded } = await follow(fileSource(join(folder, 'current', 'supergraph.graphql')));
    await symlink('versions/2', join(folder, 'next'));
    await rename(join(folder, 'next'), join(folder, 'current'));
    await comes('version 2');
    await writeFile(join(folder, 'versions', '2', 'supergraph.graphql'), 'version 3');
    await comes('version 3');
    expect(loaded).toEqual(['version 1', 'version 2', 'version 3']);
  });

  test('that is mounted as Kubernetes does is read anew when its data folder is replaced', async () => {
    for (const version of ['1', '2']) {
      await mkdir(join(folder, `..${version}`));
      await writeFile(join(folder, `..${version}`, 'supergraph.graphql'), `version ${version}`);
    }
    await symlink('..1', join(folder, '..data'));
    await symlink('..data/supergraph.graphql', join(folder, 'supergraph.graphql'));
    const { comes, loaded } = await follow(fileSource(join(folder, 'supergraph.graphql')));
    await symlink('..2', join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    await comes('version 2');
    expect(loaded).toEqual(['version 1', 'version 2']);
  });

  test('that is touched, or has a neighbour that changes, is not loaded again', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const { loaded, reads } = await follow(fileSource(file));
    await utimes(file, new Date(), new Date());
    await expect.poll(reads).toBe(3);
    await writeFile(join(folder, 'neighbour'), 'x');
    await writeFile(file, 'one');
    await expect.poll(reads).toBe(4);
    expect(loaded).toEqual(['one']);
  });

  test('is looked at from time to time where nothing reports changes', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const unwatched: SupergraphSource = { ...fileSource(file), watch: () => () => undefined };
    const { comes, loaded } = await follow(unwatched, { pollMs: 10 });
    await writeFile(`${file}.new`, 'two');
    await rename(`${file}.new`, file);
    await comes('two');
    expect(loaded).toEqual(['one', 'two']);
  });

  test('that cannot be read is told once, and when it can be read again', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const { comes, lines } = await follow(fileSource(file), { pollMs: 1 });
    await rm(file);
    // Each poll reads the file once; some of them find none.
    await expect.poll(() => lines.length).toBe(1);
    await writeFile(`${file}.new`, 'two');
    await rename(`${file}.new`, file);
    await comes('two');
    expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
      ['supergraph not read', 50],
      ['supergraph can be read again', 30],
    ]);
  });
});

describe('an address', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/supergraph?secret=canary`;
  });
  beforeEach(() => void requests.splice(0));
  afterAll(() => void server.close());

  /** Answers as an address with validators does. */
  const serve = (text: string, etag: string): void => {
    answer = (request, response) => {
      const modified = 'Wed, 21 Oct 2026 07:28:00 GMT';
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag, 'last-modified': modified }).end(text);
    };
  };

  test('is asked with a token and what the last answer said about itself; 304 loads nothing', async () => {
    serve('one', '"1"');
    const { loaded, comes } = await follow(urlSource(url, { token: 'the-token' }), { pollMs: 1 });
    await expect.poll(() => requests.length).toBeGreaterThan(5);
    expect(loaded).toEqual(['one']);
    serve('two', '"2"');
    await comes('two');
    const [first, second] = requests;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer the-token' });
    expect(first?.headers).not.toHaveProperty('if-none-match');
    expect(second?.headers).toMatchObject({
      authorization: 'Bearer the-token',
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 21 Oct 2026 07:28:00 GMT',
    });
  });

  test('is not asked where a redirect leads to', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    await expect(urlSource(url, { token: 'x' }).read(false)).rejects.toThrow('answered with status 302');
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['an error', (response: ServerResponse) => response.writeHead(500).end(), 'status 500'],
    ['an unasked 304', (response: ServerResponse) => response.writeHead(304).end(), 'status 304'],
    ['nothing in time', () => undefined, 'did not answer in time'],
    ['half an answer in time', (response: ServerResponse) => void response.write('a'), 'did not answer in time'],
    ['too much', (response: ServerResponse) => response.end('x'.repeat(101)), 'more than 100 bytes'],
    ['a broken connection', (response: ServerResponse) => response.destroy(), 'cannot be reached'],
  ])('that gives %s fails, without anything secret in the reason', async (_what, misbehave, reason) => {
    answer = (_request, response) => void misbehave(response);
    const read = urlSource(url, { token: 'canary', timeoutMs: 50, maxBytes: 100 }).read(true);
    await expect(read).rejects.toThrow(reason);
    await expect(read).rejects.toThrow(SupergraphError);
    await expect(read).rejects.not.toThrow('canary');
  });
});

describe('a supergraph that is refused', () => {
  test('is tried once, and again when that is asked for', async () => {
    const texts = ['one', 'invalid', 'invalid', 'invalid', 'invalid'];
    const source: SupergraphSource = {
      name: 'texts',
      read: () => Promise.resolve(texts.shift() ?? 'invalid'),
      watch: () => () => undefined,
    };
    const { loader, comes, loaded } = await follow(source, { pollMs: 1 });
    await comes('invalid');
    await expect.poll(() => texts.length).toBe(0);
    expect(loaded).toEqual(['one', 'invalid']);
    loader.reread();
    await expect.poll(() => loaded).toEqual(['one', 'invalid', 'invalid']);
  });
});

describe('the last good supergraph', () => {
  test('is kept for the gateway only, without anything beside it', async () => {
    const file = join(folder, 'last-good');
    await writeFile(`${file}.${process.pid}.tmp`, 'left by a crash', { mode: 0o644 });
    await lastGoodFile(file).write('one');
    await lastGoodFile(file).write('two');
    expect(await lastGoodFile(file).read()).toBe('two');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['last-good']);
  });

  test('is what was served last, not what was refused', async () => {
    const file = join(folder, 'supergraph.graphql');
    const kept = join(folder, 'last-good');
    await writeFile(file, 'one');
    const { comes } = await follow(fileSource(file), { lastGood: lastGoodFile(kept) });
    await writeFile(file, 'two');
    await comes('two');
    await expect.poll(() => readFile(kept, 'utf8')).toBe('two');
    await writeFile(file, 'invalid');
    await comes('invalid');
    expect(await readFile(kept, 'utf8')).toBe('two');
  });

  test.each(['invalid', null])(
    'is served at a start with the source %s, and the source when it is good',
    async (bad) => {
      const file = join(folder, 'supergraph.graphql');
      const kept = join(folder, 'last-good');
      await writeFile(kept, 'kept');
      if (bad !== null) await writeFile(file, bad);
      const { first, comes, lines } = await follow(fileSource(file), { lastGood: lastGoodFile(kept) });
      expect(first).toEqual({ sdl: 'kept', isLastGood: true });
      expect(lines[0]).toMatchObject({ level: 50, msg: 'supergraph refused, the last good one is served' });
      await writeFile(file, 'good');
      await comes('good');
    },
  );

  test.each(['invalid too', null])('%s leaves a start without a valid source to fail for that source', async (text) => {
    const kept = join(folder, 'last-good');
    if (text !== null) await writeFile(kept, text);
    const start = follow(fileSource(join(folder, 'none')), { lastGood: lastGoodFile(kept) });
    await expect(start).rejects.toThrow('none (ENOENT)');
  });

  test('is written to its end when the loader is stopped meanwhile', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const [writes, isWritten] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const events: string[] = [];
    const write = async (text: string): Promise<void> => {
      if (text === 'one') return;
      writes.resolve();
      await isWritten.promise;
      events.push('written');
    };
    const { loader } = await follow(fileSource(file), { lastGood: { read: () => Promise.resolve(null), write } });
    await writeFile(file, 'two');
    await writes.promise;
    const stopped = loader.stop().then(() => events.push('stopped'));
    await new Promise((resolve) => setImmediate(resolve));
    isWritten.resolve();
    await stopped;
    expect(events).toEqual(['written', 'stopped']);
  });

  test('that cannot be kept is told and hurts nothing else', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, 'one');
    const { lines } = await follow(fileSource(file), { lastGood: lastGoodFile(join(folder, 'none', 'last-good')) });
    expect(lines).toMatchObject([{ level: 50, msg: 'last good supergraph not kept' }]);
  });
});
