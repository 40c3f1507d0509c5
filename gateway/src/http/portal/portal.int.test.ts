import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../../testing/demo-subgraphs.js';
import { startFederation, testConfig, type Federation, type FederationOptions } from '../../../testing/federation.js';
import type { ConfigInput } from '../../config/config.js';
import { ConfigError } from '../../errors/config-error.js';
import { createLogger } from '../../telemetry/logger.js';
import { openPortal } from './portal.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const ISSUER = 'https://id.example/realms/birlik';
const PAGE = '<!doctype html><title>Birlik</title>';
const SCRIPT = `/* ${'home '.repeat(200)} */`;
const HASH = `sha256-${'A'.repeat(43)}=`;

const made: string[] = [];
const open: Federation[] = [];
afterAll(async () => {
  await Promise.all(open.map((federation) => federation.close()));
  await Promise.all(made.map((folder) => rm(folder, { recursive: true })));
});

/** Makes a folder with files by their names. */
async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'birlik-portal-'));
  made.push(folder);
  await put(folder, files);
  return folder;
}

async function put(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const FILES = {
  'index.html': PAGE,
  'index.html.br': brotliCompressSync(PAGE),
  'assets/home-4f2a.js': SCRIPT,
  'assets/home-4f2a.js.br': brotliCompressSync(SCRIPT),
  'assets/home-4f2a.js.gz': gzipSync(SCRIPT),
  'assets/base-1c.css': `a{${'color:red;'.repeat(100)}}`,
  'assets/base-1c.css.br': brotliCompressSync(`a{${'color:red;'.repeat(100)}}`),
  'assets/text-9d.woff2': Buffer.from([0, 1, 2]),
  'assets/az ə.txt': 'ə',
  'manifest.webmanifest': '{"name":"Birlik"}',
  'sw.js': 'self.skipWaiting();',
  'offline.html': '<p>',
  'mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'data.bin': 'x',
  'health/live': 'a file that nobody gets',
  'graphql/assets.js': 'a file that nobody gets',
  '.env': 'SECRET=1',
  '.vite/manifest.json': '{}',
  'assets/.hidden.js': 'x',
  'policy.json': JSON.stringify({ styleHashes: [HASH] }),
};

async function start(
  portal: ConfigInput['portal'],
  more: Partial<ConfigInput> = {},
  options: FederationOptions = {},
): Promise<string> {
  const issuers = [{ issuer: ISSUER, audience: 'urn:birlik:graph' }];
  const federation = await startFederation([people], { issuers, portal, ...more }, options);
  open.push(federation);
  return federation.url.replace('/graphql', '');
}

async function ask(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' | 'PUT' = 'GET') {
  const answer = await request(url, { method, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    bytes: Buffer.from(await answer.body.arrayBuffer()),
  };
}

/** Asks for an address as it is written, which a client would tidy up first. */
function askFor(url: string, path: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const { hostname, port } = new URL(url);
  const asked = plainRequest({ hostname, port, path, headers: { accept: 'text/html' } }, (answer) => {
    answer.resume();
    resolve(answer.statusCode);
  });
  asked.on('error', reject).end();
  return promise;
}

let folder: string;
let url: string;
beforeAll(async () => {
  folder = await folderOf(FILES);
  await symlink('/etc/hostname', join(folder, 'assets', 'link.txt'));
  url = await start({ folder, clientId: 'birlik-portal' }, { graphiql: true });
});

describe('the page', () => {
  test('is shown at / and at each address of the application, and is never kept', async () => {
    for (const path of ['/', '/index.html', '/me', '/me/', '/people/p1.sxjz_-A', '/callback?code=x']) {
      const { status, headers, bytes } = await ask(url + path, { accept: BROWSER });
      expect(status).toBe(200);
      expect(bytes.toString()).toBe(PAGE);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      expect(headers).not.toHaveProperty('etag');
    }
    for (const name of ['/', '/index.html']) {
      expect((await ask(url + name, { accept: '*/*' })).bytes.toString()).toBe(PAGE);
    }
  });

  test('is not shown to who asks for something else, nor in the place of a file that is missing', async () => {
    expect((await ask(`${url}/me`, { accept: '*/*' })).status).toBe(404);
    expect((await ask(`${url}/me`, { accept: 'application/json, text/html;q=0.9' })).status).toBe(404);
    for (const path of ['/assets/home-0000.js', '/assets/me', '/missing.js', '/icon.PNG', '/me/data.json']) {
      const { status, headers } = await ask(url + path, { accept: BROWSER });
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('json');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('may load what the gateway serves and speak to where people sign in, and nothing else', async () => {
    const { headers } = await ask(url);
    expect(String(headers['content-security-policy']).split('; ').toSorted()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' '${HASH}'`,
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self' https://id.example",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].toSorted(),
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=(), display-capture=()');
  });

  test('may do what its build and the operator say beside', async () => {
    const needs = { scriptHashes: [HASH], trustedTypes: ['app-html'] };
    const other = await folderOf({ 'index.html': PAGE, 'policy.json': JSON.stringify(needs) });
    const connectTo = ['https://tokens.example'];
    const { headers } = await ask(
      await start({ folder: other, connectTo, issuer: 'https://own.example', clientId: 'x' }),
    );
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain(`script-src 'self' '${HASH}'`);
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain('trusted-types app-html');
    expect(policy).toContain("connect-src 'self' https://own.example https://tokens.example");
  });

  test('has the policy wherever a file of the folder is one', async () => {
    const { headers } = await ask(`${url}/offline.html`);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'cross-origin-opener-policy': 'same-origin' });
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  });
});

describe('a file', () => {
  test('whose name holds a hash is kept for ever, any other is asked for again', async () => {
    const kept = await ask(`${url}/assets/text-9d.woff2`);
    expect(kept.headers).toMatchObject({
      'content-type': 'font/woff2',
      'content-length': '3',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(kept.headers).not.toHaveProperty('vary');
    for (const path of ['/sw.js', '/manifest.webmanifest', '/mark.svg']) {
      const { headers } = await ask(url + path);
      expect(headers['cache-control']).toBe('no-cache');
      const again = (etag: string) => ask(url + path, { 'if-none-match': etag });
      const etag = headers['etag'];
      for (const known of [etag, `W/${String(etag)}`, `"other", ${String(etag)}`, '*']) {
        const { status, bytes, headers } = await again(String(known));
        expect([status, bytes.length, headers['etag']]).toEqual([304, 0, etag]);
      }
      expect((await again('"other"')).status).toBe(200);
    }
  });

  test('comes in the smallest form that the client takes, and each has an etag of its own', async () => {
    const answer = (coding: string) => ask(`${url}/assets/home-4f2a.js`, { 'accept-encoding': coding });
    const forms = await Promise.all(['identity', 'gzip', 'gzip, br', 'br;q=0, gzip;q=0.5', 'zstd'].map(answer));
    expect(forms.map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
      'gzip',
      undefined,
    ]);
    const sizes = [FILES['assets/home-4f2a.js'], FILES['assets/home-4f2a.js.gz'], FILES['assets/home-4f2a.js.br']];
    expect(forms.slice(0, 3).map(({ bytes }) => bytes.length)).toEqual(sizes.map(({ length }) => length));
    for (const { headers, bytes } of forms) {
      expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(bytes.length) });
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    }
    expect(new Set(forms.map(({ headers }) => headers['etag'])).size).toBe(3);
    const plain = await ask(`${url}/assets/base-1c.css`, { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes.length).toBe(FILES['assets/base-1c.css'].length);
  });

  test('is told about by HEAD, and refused by other methods', async () => {
    const head = await ask(`${url}/assets/home-4f2a.js`, { 'accept-encoding': 'br' }, 'HEAD');
    expect(head.bytes.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(FILES['assets/home-4f2a.js.br'].length));
    for (const path of ['/', '/me', '/sw.js', '/portal.json']) {
      const refused = await ask(url + path, {}, 'POST');
      expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET, HEAD']);
    }
    expect((await ask(`${url}/assets/none.js`, {}, 'PUT')).status).toBe(404);
  });

  test('is found by its name however the address writes it', async () => {
    const { status, bytes, headers } = await ask(`${url}/assets/az%20%C9%99.txt`);
    expect([status, bytes.toString()]).toEqual([200, 'ə']);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await ask(`${url}/data.bin`)).headers['content-type']).toBe('application/octet-stream');
  });

  test.each([
    '/.env',
    '/.vite/manifest.json',
    '/assets/.hidden.js',
    '/assets/link.txt',
    '/policy.json',
    '/assets/home-4f2a.js.br',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5csecret',
    '//evil.example/',
    '/me/..',
    '/%',
    '/me%00',
    '/assets/__proto__',
    'http://evil.example/me',
  ])('is not got at %s', async (path) => {
    expect(await askFor(url, path)).toBe(404);
  });
});

describe('what the gateway serves itself', () => {
  test('stays as it is', async () => {
    expect((await ask(`${url}/health/live`, { accept: BROWSER })).bytes.toString()).toBe('{"status":"ok"}');
    expect((await ask(`${url}/graphql`, { accept: BROWSER })).bytes.toString()).toContain('graphiql');
    expect((await ask(`${url}/graphql?query=%7B__typename%7D`, { accept: 'application/json' })).bytes.toString()).toBe(
      '{"data":{"__typename":"Query"}}',
    );
    for (const path of ['/health', '/health/x', '/graphql/', '/graphql/assets.js', '/graphiql/me', '/files/a/b']) {
      expect((await ask(url + path, { accept: BROWSER })).status).toBe(404);
    }
    for (const path of ['/.well-known/jwks.json', '/.well-known/x', '/cache/invalidate', '/%67raphql']) {
      expect((await ask(url + path, { accept: BROWSER })).status).toBe(404);
    }
  });

  test('is all there is without a folder', async () => {
    const bare = await startFederation([people]);
    open.push(bare);
    for (const path of ['/', '/me', '/portal.json']) {
      expect((await ask(new URL(path, bare.url).href, { accept: BROWSER })).status).toBe(404);
    }
  });
});

describe('/portal.json', () => {
  test('says where people sign in, and is never kept', async () => {
    const { headers, bytes } = await ask(`${url}/portal.json`);
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    expect(JSON.parse(bytes.toString())).toEqual({
      issuer: ISSUER,
      clientId: 'birlik-portal',
      scope: 'openid profile graph:read graph:write',
      resource: null,
    });
  });

  test('says that nobody signs in where no client is known', async () => {
    const address = await start({ folder });
    const { bytes } = await ask(`${address}/portal.json`);
    expect(JSON.parse(bytes.toString())).toEqual({ issuer: null, clientId: null, scope: null, resource: null });
    expect((await ask(address)).headers['content-security-policy']).toContain("connect-src 'self';");
  });
});

describe('a folder', () => {
  test.each([
    ['without a page', { 'a.js': '' }, 'there is no index.html'],
    ['whose needs are no JSON', { 'index.html': PAGE, 'policy.json': '{' }, 'policy.json is not JSON'],
    ['that needs something unknown', { 'index.html': PAGE, 'policy.json': '{"frames":["x"]}' }, 'policy.json'],
    [
      'that would write its own policy',
      { 'index.html': PAGE, 'policy.json': JSON.stringify({ styleHashes: ["x'; script-src *"] }) },
      'is not the hash of a script or a style',
    ],
    [
      'that would take every policy for types',
      { 'index.html': PAGE, 'policy.json': JSON.stringify({ trustedTypes: ['*'] }) },
      'is not the name of a policy',
    ],
  ])('%s keeps the gateway from starting', async (_what, files: Record<string, string>, reason) => {
    const parts = { config: testConfig({ portal: { folder: await folderOf(files) } }).portal, issuers: [] };
    const opened = openPortal({
      ...parts,
      logger: createLogger('silent'),
      rereadDocuments: () => Promise.resolve(),
    });
    await expect(opened).rejects.toThrow(ConfigError);
    await expect(opened).rejects.toThrow(reason);
  });

  test('that is not there keeps it from starting too', async () => {
    await expect(start({ folder: join(folder, 'none') })).rejects.toThrow('cannot be read (ENOENT)');
  });

  test('is read again after a change where it is watched, and what was read stays while it cannot be', async () => {
    const changing = await folderOf({ 'index.html': PAGE });
    const lines: string[] = [];
    const logs = { write: (line: string) => void lines.push(line) };
    const watched = await start({ folder: changing, watch: true }, { logLevel: 'warn' }, { logs });
    await put(changing, { 'index.html': '<p>new', 'assets/new-1.js': 'new' });
    await expect.poll(async () => (await ask(watched)).bytes.toString()).toBe('<p>new');
    await rm(join(changing, 'index.html'));
    await put(changing, { 'assets/new-2.js': 'newer' });
    await expect.poll(() => lines.join('')).toContain('there is no index.html');
    expect((await ask(watched)).bytes.toString()).toBe('<p>new');
    await put(changing, { 'index.html': '<p>newest' });
    await expect.poll(async () => (await ask(watched)).bytes.toString()).toBe('<p>newest');
    expect((await ask(`${watched}/assets/new-2.js`)).bytes.toString()).toBe('newer');
  });

  test('is read again together with the documents that it asks, or not at all', async () => {
    const release = (query: string) => ({
      'documents.json': JSON.stringify({
        format: 'birlik-trusted-documents',
        version: 1,
        documents: { home: { body: query } },
      }),
    });
    const changing = await folderOf({ 'index.html': PAGE });
    const documents = await folderOf(release('query Home { me { id } }'));
    const lines: string[] = [];
    const logs = { write: (line: string) => void lines.push(line) };
    const manifest = join(documents, 'documents.json');
    const settings = { documents: { manifest, required: true }, logLevel: 'warn' } as const;
    const watched = await start({ folder: changing, watch: true }, settings, { logs });
    const home = async () =>
      (await ask(`${watched}/graphql?documentId=home`, { accept: 'application/json' })).bytes.toString();
    expect(await home()).toBe('{"data":{"me":{"id":"u1"}}}');
    await put(documents, release('query Home { nothing }'));
    await put(changing, { 'index.html': '<p>new' });
    await expect.poll(() => lines.join('')).toContain('portal not read');
    expect([(await ask(watched)).bytes.toString(), await home()]).toEqual([PAGE, '{"data":{"me":{"id":"u1"}}}']);
    await put(documents, release('query Home { __typename }'));
    await put(changing, { 'index.html': '<p>newer' });
    await expect.poll(async () => (await ask(watched)).bytes.toString()).toBe('<p>newer');
    expect(await home()).toBe('{"data":{"__typename":"Query"}}');
  });

  test('is served as it was read otherwise', async () => {
    const replaced = await folderOf({ 'index.html': PAGE, 'assets/a-1.js': 'a' });
    const address = await start({ folder: replaced });
    await rm(join(replaced, 'assets', 'a-1.js'));
    expect((await ask(`${address}/assets/a-1.js`)).bytes.toString()).toBe('a');
  });
});
