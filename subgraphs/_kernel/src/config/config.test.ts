import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigError, readEnvironment, readOwnerConfig, variable } from './config.js';

test('a missing variable is said to be missing', () => {
  expect(captured(() => readOwnerConfig({})).failures).toEqual(['DATABASE_OWNER_URL is missing']);
});

test('a key for each name is demanded', () => {
  const own = { GRANT_KEYS: variable.base64urlKeys(['one', 'two']) };
  const one = JSON.stringify({ one: randomBytes(32).toString('base64url') });
  expect(captured(() => readEnvironment(own, { GRANT_KEYS: one })).failures).toHaveLength(1);
});

test('a key for a further name is taken too, if it is a key', () => {
  const [wanted, other] = [randomBytes(32), randomBytes(32)];
  const read = (further: string) =>
    readEnvironment(
      { KEYS: variable.base64urlKeys(['one']) },
      { KEYS: JSON.stringify({ one: wanted.toString('base64url'), further }) },
    );
  expect(read(other.toString('base64url')).KEYS).toEqual({ one: wanted, further: other });
  expect(captured(() => read('no key')).failures).toHaveLength(1);
});

test('keys by version are one or more, and a version is a whole number', () => {
  const own = { KEYS: variable.base64urlKeyVersions };
  const key = randomBytes(32);
  const text = key.toString('base64url');
  const read = (keys: object) => readEnvironment(own, { KEYS: JSON.stringify(keys) });
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
