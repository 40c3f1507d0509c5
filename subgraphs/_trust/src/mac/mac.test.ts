import { randomBytes } from 'node:crypto';
import { compactVerify, CompactSign, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { keyObjectOf, openMac, signMac } from './mac.js';

const bytes = randomBytes(32);
const key = keyObjectOf(bytes);
const claims = { sub: 'Ə', n: 1 };

test('a library reads what is signed here', async () => {
  const { payload, protectedHeader } = await compactVerify(signMac({ typ: 'a+jwt' }, claims, key), bytes);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims);
  expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'a+jwt' });
});

test('what a library signed is opened here', async () => {
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'a+jwt' }).sign(bytes);
  expect(openMac(token, key)).toEqual({ header: { alg: 'HS256', typ: 'a+jwt' }, claims });
});

describe('nothing is opened', () => {
  const good = signMac({ typ: 'a+jwt' }, claims, key);
  const [header = '', payload = '', mac = ''] = good.split('.');

  test.for([
    ['of another key', signMac({}, claims, keyObjectOf(randomBytes(32)))],
    ['without a MAC', `${header}.${payload}.`],
    ['with a MAC that lacks its end', good.slice(0, -1)],
    ['with another header', `${header}A.${payload}.${mac}`],
    ['with other claims', `${header}.${payload}A.${mac}`],
    ['with a part more', signMac({}, claims, key).replace('.', '..')],
    ['that calls itself something else', signMac({ alg: 'none' }, claims, key)],
    ['with a header that has to be understood', signMac({ crit: ['b64'], b64: false }, claims, key)],
    ['that is no token', 'token'],
    ['that is empty', ''],
  ] as const)('%s', ([, token]) => {
    expect(() => openMac(token, key)).toThrow(Error);
  });

  test('of another algorithm, under the same bytes', async () => {
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'HS512' })
      .sign(randomBytes(64));
    expect(() => openMac(token, key)).toThrow(Error);
  });

  test('of several parts that were signed together', () => {
    const several = signMac({}, claims, key);
    const inner = several.slice(0, several.lastIndexOf('.'));
    expect(() => openMac(`${inner}.x.${several.split('.')[2]}`, key)).toThrow(Error);
  });
});
