import { randomBytes } from 'node:crypto';
import { ConfigError, variable } from '@birlik/kernel/config';
import { expect, test } from 'vitest';
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

function captured(read: () => unknown): ConfigError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('The configuration was accepted.');
}
