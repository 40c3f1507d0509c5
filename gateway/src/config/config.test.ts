import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describeConfig, readConfig } from './config.js';
import { ConfigError } from '../errors/config-error.js';

const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'eA', d: 'ZA', kid: 'k1' };

const folder = mkdtempSync(join(tmpdir(), 'birlik-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function configFile(text: string): string {
  const file = join(folder, 'gateway.yaml');
  writeFileSync(file, text);
  return file;
}

function failures(args: readonly string[], environment: Record<string, string> = {}): string {
  try {
    readConfig(args, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  test('needs a supergraph only and is safe by default', () => {
    expect(readConfig(['--supergraph', 'a.graphql'], {}).config).toMatchObject({
      supergraph: { file: 'a.graphql' },
      host: '127.0.0.1',
      port: 4000,
      issuers: [],
      assertionKey: null,
      telemetry: { traceHeader: false },
      shutdownGraceMs: 10_000,
      timeouts: { fetchMs: 10_000 },
      limits: {
        bodyBytes: 1_048_576,
        tokens: 15_000,
        depth: 25,
        aliases: 100,
        directives: 50,
        rootFields: 50,
        fragments: 50,
        fields: 5_000,
        cost: 1_000_000,
        listSize: 10,
        responseBytes: 33_554_432,
      },
      budget: null,
      documents: { manifest: null, required: false, automatic: false },
      portal: { folder: null, watch: false, clientId: null },
      graphiql: false,
      compression: { minBytes: 1_024 },
      cors: { origins: [] },
      shedding: { maxRequests: 4_000, maxLagMs: 500 },
      idempotency: { ttlMs: 86_400_000, maxBytes: 67_108_864, keptBy: [], redisUrl: null },
    });
  });

  test('lets flags win over the environment and takes an empty variable for none', () => {
    const environment = { SUPERGRAPH: 'env.graphql', PORT: '1', ISSUERS: '' };
    const { config } = readConfig(['--supergraph', 'flag.graphql', '--port', '2'], environment);
    expect(config).toMatchObject({ supergraph: { file: 'flag.graphql' }, port: 2, issuers: [] });
  });

  test('takes a file or an http address as the supergraph, the flag in place of all others', () => {
    const file = configFile('supergraph: { file: a.graphql, pollMs: 5, watch: off }\n');
    const { supergraph } = readConfig(['--config', file, '--supergraph', 'https://a/s'], { SUPERGRAPH: 'b' }).config;
    expect(supergraph).toEqual({
      url: 'https://a/s',
      file: undefined,
      token: null,
      pollMs: 5,
      watch: false,
      lastGoodFile: null,
      warm: 100,
      drainMs: 60_000,
    });
    expect(readConfig(['--config', file], { SUPERGRAPH: 'b' }).config.supergraph).toMatchObject({ file: 'b' });
  });

  test('reports every failure at once, by key', () => {
    const message = failures([], { PORT: '70000', ISSUERS: '{', SUBGRAPH_URLS: '{"a":"ftp://x"}', LOG_LEVEL: 'x' });
    for (const key of ['PORT', 'ISSUERS', 'SUBGRAPH_URLS.a', 'LOG_LEVEL', 'SUPERGRAPH']) expect(message).toContain(key);
  });

  test('reads a file, over which variables and flags win', () => {
    const file = configFile(
      'port: 1\nhost: "::1"\nsupergraph: { file: a.graphql }\nsubgraphs: { a: { url: "http://a" } }\n',
    );
    const environment = { PORT: '2', SUBGRAPH_URLS: '{"b":"http://b"}' };
    expect(readConfig(['--config', file, '--port', '3'], environment).config).toMatchObject({
      host: '::1',
      port: 3,
      supergraph: { file: 'a.graphql' },
      subgraphs: { a: { url: 'http://a' }, b: { url: 'http://b' } },
    });
    expect(readConfig([], { CONFIG: file }).config.port).toBe(1);
  });

  test.each([
    ['an unknown section', 'colour: red', 'colour'],
    ['an unknown key', 'limits: { tokenz: 1 }', 'tokenz'],
    ['a value of a wrong kind', 'limits: { tokens: many }', 'limits.tokens'],
    ['two sources of the supergraph', 'supergraph: { file: a, url: "http://a" }', 'one of them'],
    ['an address that is not http', 'supergraph: { url: "file:///a" }', 'supergraph.url'],
    ['an origin that any page has', 'cors: { origins: ["*"] }', 'cors.origins.0'],
    ['an origin that no listed page has', 'subscriptions: { origins: ["null"] }', 'subscriptions.origins.0'],
    ['keys in something else than Redis', 'idempotency: { redisUrl: "http://a" }', 'idempotency.redisUrl'],
    ['a list in place of sections', '- a', 'cannot be read'],
    ['text that is not YAML', 'a: [', 'cannot be read'],
  ])('refuses a file with %s and names it', (_what, text, name) => {
    expect(failures(['--config', configFile(text)])).toContain(name);
  });

  test('takes "off" for no compression', () => {
    const file = configFile('compression: off\nsupergraph: { file: a }\n');
    expect(readConfig(['--config', file], {}).config.compression).toBeNull();
  });

  test('reads limits for one subgraph and completes issuers and the transport', () => {
    const { config } = readConfig(['--supergraph', 'a'], {
      CONFIG: configFile(
        'subgraphs: { a: { timeoutMs: 50, concurrency: 2 } }\ntransport: { breaker: { openMs: 9 } }\n',
      ),
      ISSUERS: '[{"issuer":"http://idp","audience":"b","leewaySeconds":5}]',
    });
    expect(config.subgraphs).toEqual({ a: { timeoutMs: 50, concurrency: 2 } });
    expect(config.transport).toMatchObject({
      concurrency: 128,
      queue: 2_048,
      breaker: { openMs: 9, failureRatio: 0.5 },
    });
    expect(config.issuers[0]).toMatchObject({ leewaySeconds: 5, jwksMaxAgeMs: 300_000, jwksCooldownMs: 5_000 });
  });

  test.each([
    ['issuers: [{ issuer: "http://idp", audience: b, algorithms: [HS256] }]', 'algorithms'],
    ['issuers: [{ issuer: "http://idp", audience: b, leewaySeconds: 61 }]', 'leewaySeconds'],
    ['transport: { retry: { ratio: 2 } }', 'ratio'],
    ['subgraphs: { a: { concurrency: 0 } }', 'concurrency'],
  ])('refuses %s', (text, name) => {
    expect(failures(['--config', configFile(text), '--supergraph', 'a'])).toContain(name);
  });

  test('refuses a file that is not there', () => {
    expect(failures(['--config', join(folder, 'none.yaml')])).toContain('ENOENT');
  });

  test.each([
    [['--nope'], {}],
    [['file'], {}],
    [['--supergraph', 'a'], { ISSUERS: '[{"issuer":"http://a","audience":"b","extra":1}]' }],
    [['--supergraph', 'a'], { ASSERTION_KEY: JSON.stringify({ ...KEY, extra: 1 }) }],
    [['--supergraph', 'a'], { ASSERTION_KEY: JSON.stringify({ ...KEY, d: undefined }) }],
  ] as const)('refuses unknown flags and members: %s %o', (args, environment) => {
    expect(failures(args, environment)).not.toBe('');
  });
});

test('describeConfig shows the key by name only, and no token', () => {
  const { config } = readConfig(['--supergraph', 'a'], {
    ASSERTION_KEY: JSON.stringify({ ...KEY, d: 'canary' }),
    SUPERGRAPH_TOKEN: 'canary',
  });
  expect(describeConfig(config)).not.toContain('canary');
  expect(JSON.parse(describeConfig(config))).toMatchObject({
    supergraph: { token: '[redacted]' },
    assertionKey: { kid: 'k1' },
  });
});

test('describeConfig shows addresses without passwords', () => {
  const environment = { IDEMPOTENCY_REDIS_URL: 'rediss://gateway:canary@redis:6379/1' };
  const shown = describeConfig(readConfig(['--supergraph', 'a'], environment).config);
  expect(shown).not.toContain('canary');
  expect(shown).toContain('@redis:6379/1');
});

test('describeConfig shows neither the secret of invalidations nor the password of Redis', () => {
  const { config } = readConfig(['--supergraph', 'a'], {
    CACHE_STORE: 'redis',
    CACHE_REDIS_URL: 'rediss://user:canary@redis.example:6380',
    CACHE_INVALIDATION_SECRET: 'canary-canary-canary',
  });
  expect(describeConfig(config)).not.toContain('canary');
  expect(JSON.parse(describeConfig(config))).toMatchObject({ sharing: { cache: { store: 'redis' } } });
});

test('a cache in Redis needs the address of Redis', () => {
  expect(failures(['--supergraph', 'a'], { CACHE_STORE: 'redis' })).toContain('sharing.cache.redisUrl');
});

describe('keys of pseudonyms', () => {
  const key = 'k'.repeat(43);

  test('come from a variable and are not shown', () => {
    const keys = [
      { kid: 'b', key, organization: 'org-a' },
      { kid: 'a', key },
    ];
    const { config } = readConfig(['--supergraph', 'a'], { PAIRWISE_KEYS: JSON.stringify(keys) });
    expect(config.pairwise.keys).toEqual(keys);
    expect(describeConfig(config)).not.toContain(key);
    expect(JSON.parse(describeConfig(config))).toMatchObject({
      pairwise: { keys: [{ kid: 'b', organization: 'org-a' }, { kid: 'a' }] },
    });
  });

  test.each([
    ['one that is too short', [{ kid: 'a', key: 'short' }], 'needs the base64url text of 32 bytes or more'],
    ['a kid that cannot stand in an id', [{ kid: 'a.b', key }], 'needs 1 to 16 letters and digits'],
    [
      'two of one kid',
      [
        { kid: 'a', key },
        { kid: 'a', key },
      ],
      'needs a kid of its own for each key',
    ],
    ['none for everybody', [{ kid: 'a', key, organization: 'org-a' }], 'needs a key without an organisation'],
  ])('are refused when there is %s', (_what, keys, message) => {
    expect(failures(['--supergraph', 'a'], { PAIRWISE_KEYS: JSON.stringify(keys) })).toContain(
      `PAIRWISE_KEYS: ${message}`,
    );
  });
});
