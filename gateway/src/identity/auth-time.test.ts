import { expect, test } from 'vitest';
import { issuerSchema } from './issuer-config.js';
import { readToken } from './read-token.js';

const issuer = (claims?: object) =>
  issuerSchema.parse({ issuer: 'https://identity.test', audience: 'urn:birlik:graph', claims });

test('the time of a sign-in stands where OpenID Connect has it, unless the issuer writes it elsewhere', () => {
  expect(readToken({ sub: 'aysel', auth_time: 1_790_000_000 }, issuer())?.authTime).toBe(1_790_000_000);
  const elsewhere = issuer({ authTime: 'session.began' });
  const payload = { sub: 'aysel', auth_time: 1_790_000_000, session: { began: 1_780_000_000 } };
  expect(readToken(payload, elsewhere)?.authTime).toBe(1_780_000_000);
});

test('a token that does not say it says nothing, and not that it was just now', () => {
  expect(readToken({ sub: 'aysel', iat: 1_790_000_000 }, issuer())?.authTime).toBeNull();
});

test.for([
  ['a text', '1790000000'],
  ['negative', -1],
  ['endless', Number.POSITIVE_INFINITY],
  ['a list', [1]],
  ['true', true],
])('a time that is %s is of an unknown form', ([, auth_time]) => {
  expect(readToken({ sub: 'aysel', auth_time }, issuer())).toBeNull();
});
