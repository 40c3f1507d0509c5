import { jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys.js';

const MAX_AGE_MS = 300_000;
const COOLDOWN_MS = 5_000;

let provider: IdentityProvider;
let now: number;
let keys: IssuerKeys;
beforeEach(async () => {
  provider = await startIdentityProvider();
  now = 1_000_000;
  keys = new IssuerKeys({ issuer: provider.issuer, jwksMaxAgeMs: MAX_AGE_MS, jwksCooldownMs: COOLDOWN_MS }, () => now);
});
afterEach(() => provider.close());

const verify = (token: string) => jwtVerify(token, keys.find);
const invented = (keyId: string) => provider.token({ sub: 'mallory' }, { keyId, foreignKey: true });

test('a discovery that fails at first is tried again after a rest, and only once in it', async () => {
  provider.fault = 'all';
  const token = await provider.token({ sub: 'aysel' });
  await expect(verify(token)).rejects.toThrow(IssuerUnavailable);
  provider.fault = null;
  now += 999;
  await expect(verify(token)).rejects.toThrow(IssuerUnavailable);
  expect(provider.keyReads()).toBe(0);
  now += 1;
  expect((await verify(token)).payload.sub).toBe('aysel');
});

test('cached keys are used while the issuer is down, up to their greatest age and no longer', async () => {
  const token = await provider.token({ sub: 'aysel' });
  await verify(token);
  provider.fault = 'keys';
  now += MAX_AGE_MS - 1;
  await expect(verify(token)).resolves.toBeDefined();
  now += 1;
  await expect(verify(token)).rejects.toThrow(IssuerUnavailable);
  provider.fault = null;
  now += 1_000;
  await expect(verify(token)).resolves.toBeDefined();
});

test('tokens with invented key ids make the keys be read once in a cooldown', async () => {
  await verify(await provider.token({ sub: 'aysel' }));
  const before = provider.keyReads();
  const flood = async (): Promise<number> => {
    for (let index = 0; index < 50; index++) {
      await expect(verify(await invented(`made-up-${index}`))).rejects.toThrow('no applicable key');
    }
    return provider.keyReads() - before;
  };
  expect(await flood()).toBe(0);
  now += COOLDOWN_MS;
  expect(await flood()).toBe(1);
  now += COOLDOWN_MS - 1;
  expect(await flood()).toBe(1);
});

test('while the issuer is down, invented key ids make one reading in a cooldown and are not called wrong', async () => {
  await verify(await provider.token({ sub: 'aysel' }));
  provider.fault = 'keys';
  const before = provider.keyReads();
  now += COOLDOWN_MS;
  for (let index = 0; index < 50; index++) {
    await expect(verify(await invented(`made-up-${index}`))).rejects.toThrow(IssuerUnavailable);
  }
  expect(provider.keyReads() - before).toBe(1);
});

test('a token of a new key is accepted at once, with one reading for all that come together', async () => {
  const old = await provider.token({ sub: 'aysel' });
  await verify(old);
  now += COOLDOWN_MS;
  const before = provider.keyReads();
  await provider.rotate();
  const tokens = await Promise.all(['a', 'b', 'c'].map((sub) => provider.token({ sub })));
  const verified = await Promise.all([...tokens, old].map(verify));
  expect(verified.map(({ payload }) => payload.sub)).toEqual(['a', 'b', 'c', 'aysel']);
  expect(provider.keyReads() - before).toBe(1);
});

test('a token whose key was published while the keys were read is accepted after one more reading', async () => {
  const { issuer } = provider;
  const eager = new IssuerKeys({ issuer, jwksMaxAgeMs: MAX_AGE_MS, jwksCooldownMs: 0 }, () => now);
  await jwtVerify(await provider.token({ sub: 'aysel' }), eager.find);
  const arrival = Promise.withResolvers<void>();
  provider.delay = arrival.promise;
  now += 1;
  const unknown = jwtVerify(await invented('made-up'), eager.find).catch((error: unknown) => error);
  await expect.poll(() => provider.keyReads()).toBe(2);
  await provider.rotate();
  now += 1;
  const late = jwtVerify(await provider.token({ sub: 'late' }), eager.find);
  arrival.resolve();
  expect((await late).payload.sub).toBe('late');
  expect(await unknown).toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  expect(provider.keyReads()).toBe(3);
});

test('a key that was taken back is refused after the greatest age of the keys', async () => {
  const old = await provider.token({ sub: 'aysel' });
  await verify(old);
  await provider.rotate();
  provider.withdraw('idp-1');
  now += MAX_AGE_MS;
  await expect(verify(old)).rejects.toThrow('no applicable key');
  await expect(verify(await provider.token({ sub: 'aysel' }))).resolves.toBeDefined();
});

test('keys past half their age are read again beside the request that uses them', async () => {
  const token = await provider.token({ sub: 'aysel' });
  await verify(token);
  provider.fault = 'keys';
  now += MAX_AGE_MS / 2 + 1;
  await expect(verify(token)).resolves.toBeDefined();
  await expect.poll(() => provider.keyReads()).toBe(2);
  provider.fault = null;
  now += 1_000;
  await expect(verify(token)).resolves.toBeDefined();
  await expect.poll(() => keys.freshForMs).toBe(MAX_AGE_MS);
});
