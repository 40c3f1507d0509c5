import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigError, readMemberConfig, readOwnerConfig, variable } from './config.js';

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
    PORT: 0,
    DATABASE_URL: complete.DATABASE_URL,
    DATABASE_POOL_SIZE: 10,
    GATEWAY_JWKS: { keys: [key] },
    RELEASE_THRESHOLD: 10,
    LOG_LEVEL: 'info',
    SHUTDOWN_GRACE_MS: 10_000,
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

test('a missing variable is said to be missing', () => {
  expect(captured(() => readOwnerConfig({})).failures).toEqual(['DATABASE_OWNER_URL is missing']);
});

test('a key for each name is demanded', () => {
  const own = { GRANT_KEYS: variable.base64urlKeys(['one', 'two']) };
  const one = JSON.stringify({ one: randomBytes(32).toString('base64url') });
  expect(captured(() => readMemberConfig(own, { ...complete, GRANT_KEYS: one })).failures).toHaveLength(1);
});

test('a key for a further name is taken too, if it is a key', () => {
  const [wanted, other] = [randomBytes(32), randomBytes(32)];
  const read = (further: string) =>
    readMemberConfig(
      { KEYS: variable.base64urlKeys(['one']) },
      { ...complete, KEYS: JSON.stringify({ one: wanted.toString('base64url'), further }) },
    );
  expect(read(other.toString('base64url')).KEYS).toEqual({ one: wanted, further: other });
  expect(captured(() => read('no key')).failures).toHaveLength(1);
});

test('keys by version are one or more, and a version is a whole number', () => {
  const own = { KEYS: variable.base64urlKeyVersions };
  const key = randomBytes(32);
  const text = key.toString('base64url');
  const read = (keys: object) => readMemberConfig(own, { ...complete, KEYS: JSON.stringify(keys) });
  expect(read({ 1: text, 12: text }).KEYS).toEqual({ 1: key, 12: key });
  for (const wrong of [{}, { 0: text }, { one: text }, { 1: 'short' }]) {
    expect(captured(() => read(wrong)).failures).toHaveLength(1);
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
