import { describe, expect, test } from 'vitest';
import { ConfigError, describeConfig, readConfig } from './config.js';

const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'eA', d: 'ZA', kid: 'k1' };

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
      supergraphFile: 'a.graphql',
      host: '127.0.0.1',
      port: 4000,
      issuers: [],
      assertionKey: null,
      traceHeader: false,
      shutdownGraceMs: 10_000,
      fetchTimeoutMs: 10_000,
      maxResponseBytes: 33_554_432,
      limits: { bodyBytes: 1_048_576, maxTokens: 15_000, maxDepth: 25 },
    });
  });

  test('lets flags win over the environment and takes an empty variable for none', () => {
    const environment = { SUPERGRAPH: 'env.graphql', PORT: '1', ISSUERS: '' };
    const { config } = readConfig(['--supergraph', 'flag.graphql', '--port', '2'], environment);
    expect(config).toMatchObject({ supergraphFile: 'flag.graphql', port: 2, issuers: [] });
  });

  test('reports every failure at once, by key', () => {
    const message = failures([], { PORT: '70000', ISSUERS: '{', SUBGRAPH_URLS: '{"a":"ftp://x"}', LOG_LEVEL: 'x' });
    for (const key of ['PORT', 'ISSUERS', 'SUBGRAPH_URLS.a', 'LOG_LEVEL', 'SUPERGRAPH']) expect(message).toContain(key);
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

test('describeConfig shows the key by name only', () => {
  const { config } = readConfig(['--supergraph', 'a'], { ASSERTION_KEY: JSON.stringify({ ...KEY, d: 'canary' }) });
  expect(describeConfig(config)).not.toContain('canary');
  expect(JSON.parse(describeConfig(config))).toMatchObject({ assertionKey: { kid: 'k1' } });
});
