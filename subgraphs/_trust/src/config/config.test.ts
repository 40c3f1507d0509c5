import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { ConfigError, variable } from '@birlik/kernel/config';
import { describe, expect, test } from 'vitest';
import { readMemberConfig } from './config.js';

const key = { kty: 'OKP', crv: 'Ed25519', x: 'public', kid: 'one' };
const complete = {
  DATABASE_URL: 'postgres://member@localhost/member',
  GATEWAY_JWKS: JSON.stringify({ keys: [key] }),
};

test('a complete environment gives a typed configuration with its defaults', () => {
  const secret = randomBytes(32);
  const own = { GRANT_KEY: variable.base64urlKey };
  const config = readMemberConfig(own, { ...complete, GRANT_KEY: secret.toString('base64url') });
  expect(config).toEqual({
    HOST: '127.0.0.1',
    METRICS_HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_URL: complete.DATABASE_URL,
    DATABASE_POOL_SIZE: 10,
    GATEWAY_JWKS: { keys: [key] },
    RELEASE_THRESHOLD: 10,
    FRESH_SIGN_IN_SECONDS: 300,
    LOG_LEVEL: 'info',
    SHUTDOWN_GRACE_MS: 10_000,
    STUCK_EXIT_MS: 60_000,
    TIME_ZONE: 'Asia/Baku',
    IDEMPOTENCY_TTL_MS: 86_400_000,
    GRANT_KEY: secret,
  });
});

test('all failures are reported together, by name and without the value', () => {
  const environment = { PORT: '99999', GATEWAY_JWKS: '{', DATABASE_URL: 'mysql://root:hunter2@db', GRANT_KEY: 'short' };
  const read = () => readMemberConfig({ GRANT_KEY: variable.base64urlKey }, environment);
  const error = captured(read);
  expect(error.failures.map((failure) => failure.split(/[ :]/)[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'GATEWAY_JWKS',
    'GRANT_KEY',
  ]);
  expect(error.message).not.toContain('hunter2');
});

describe('the keys of the gateway', () => {
  const address = 'https://gateway.example/.well-known/jwks.json';
  const { GATEWAY_JWKS: _keys, ...rest } = complete;

  test('have an address, beside which none are read that are given', () => {
    expect(readMemberConfig({}, { ...rest, GATEWAY_KEYS_URL: address })).toMatchObject({ GATEWAY_KEYS_URL: address });
    const both = readMemberConfig({}, { ...rest, GATEWAY_KEYS_URL: address, GATEWAY_JWKS: '{"keys":[]}' });
    expect(both.GATEWAY_JWKS).toBeUndefined();
  });

  test.each([
    [{}, 'GATEWAY_JWKS'],
    [{ GATEWAY_JWKS: '{"keys":[]}' }, 'GATEWAY_JWKS'],
    [{ GATEWAY_KEYS_URL: '' }, 'GATEWAY_KEYS_URL'],
    [{ GATEWAY_KEYS_URL: 'file:///keys.json' }, 'GATEWAY_KEYS_URL'],
  ])('are needed, so a member with %o does not start', (given, name) => {
    expect(captured(() => readMemberConfig({}, { ...rest, ...given })).failures).toEqual([
      expect.stringContaining(name) as string,
    ]);
  });
});

test('a key to agree with the gateway needs two halves of one key', () => {
  const newKey = () => generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const own = newKey();
  const read = (given: object) => readMemberConfig({}, { ...complete, AGREEMENT_KEY: JSON.stringify(given) });
  expect(read(own)).toMatchObject({ AGREEMENT_KEY: own });
  for (const wrong of [
    { ...own, x: newKey().x },
    { ...own, d: '' },
    { ...own, crv: 'Ed25519' },
  ]) {
    const { message } = captured(() => read(wrong));
    expect(message).toContain('AGREEMENT_KEY');
    expect(message).not.toContain(String(own.d));
  }
});

function captured(read: () => unknown): ConfigError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('The configuration was accepted.');
}
