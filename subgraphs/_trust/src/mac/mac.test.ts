import { createHmac, randomBytes } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { keyObjectOf, openMac, signMac } from './mac.js';

const bytes = randomBytes(32);
const key = keyObjectOf(bytes);
const claims = { sub: 'Ə', n: 1 };

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A text with the MAC that belongs to it, whatever the text is. */
const proven = (signed: string): string =>
  `${signed}.${createHmac('sha256', bytes).update(signed).digest('base64url')}`;

test('a library reads what is signed here', async () => {
  const { payload, protectedHeader } = await compactVerify(signMac({ typ: 'a+jwt' }, claims, key), bytes);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims);
  expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'a+jwt' });
});

test('what a library signed is opened here', async () => {
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'a+jwt' }).sign(bytes);
  expect(openMac(token, key)).toEqual({ header: { alg: 'HS256', typ: 'a+jwt' }, claims });
});

test('the algorithm is not the caller’s to choose', () => {
  expect(openMac(signMac({ alg: 'none' }, claims, key), key).header).toEqual({ alg: 'HS256' });
});

describe('a token is refused for its MAC', () => {
  const good = signMac({ typ: 'a+jwt' }, claims, key);
  const [header = '', payload = '', mac = ''] = good.split('.');

  test.for([
    ['that is of another key', signMac({}, claims, keyObjectOf(randomBytes(32)))],
    ['that is missing', `${header}.${payload}.`],
    ['that lacks its end', good.slice(0, -1)],
    ['that is of another header', `${header}A.${payload}.${mac}`],
    ['that is of other claims', `${header}.${payload}A.${mac}`],
    ['since it is no token', 'token'],
    ['since it is empty', ''],
  ] as const)('%s', ([, token]) => {
    expect(() => openMac(token, key)).toThrow('other mac');
  });
});

describe('a token with the right MAC is refused for its header', () => {
  test.for([
    ['that says it is not signed', proven(`${encoded({ alg: 'none' })}.${encoded(claims)}`)],
    ['that names another algorithm', proven(`${encoded({ alg: 'HS512' })}.${encoded(claims)}`)],
    ['that has to be understood', proven(`${encoded({ alg: 'HS256', crit: ['b64'], b64: false })}.${encoded(claims)}`)],
    ['when there is a part more', proven(`${encoded({ alg: 'HS256' })}.${encoded(claims)}.x`)],
  ] as const)('%s', ([, token]) => {
    expect(() => openMac(token, key)).toThrow('other header');
  });

  test('that is no object', () => {
    expect(() => openMac(proven(`${Buffer.from('null').toString('base64url')}.${encoded(claims)}`), key)).toThrow(
      TypeError,
    );
    expect(() => openMac(proven(`x.${encoded(claims)}`), key)).toThrow(SyntaxError);
  });
});
