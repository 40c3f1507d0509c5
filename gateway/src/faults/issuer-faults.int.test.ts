import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConfigInput } from '../config/config.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

/* The faults of identity providers, seen by clients. Those that need a clock are in `access/issuer-keys.int.test.ts`. */
const AUDIENCE = 'urn:birlik:graph';
const HOUR_MS = 3_600_000;

let provider: IdentityProvider;
let federation: Federation;
let people = 0;
beforeEach(async () => {
  provider = await startIdentityProvider();
});
afterEach(async () => {
  vi.useRealTimers();
  await federation.close();
  await provider.close();
});

type IssuerInput = NonNullable<ConfigInput['issuers']>[number];

async function start(issuer: Omit<IssuerInput, 'issuer' | 'audience'>): Promise<void> {
  federation = await startFederation(
    [{ name: 'motto', typeDefs: 'type Query { motto: String }', resolvers: { Query: { motto: () => 'together' } } }],
    { issuers: [{ issuer: provider.issuer, audience: AUDIENCE, ...issuer }] },
  );
}

/** A token of somebody new, so that no earlier verification helps. */
const token = (options: Parameters<IdentityProvider['token']>[1] = {}) =>
  provider.token({ sub: `person-${++people}` }, options);

const askAs = async (bearer: string) => {
  const { status, errors, data } = await federation.ask('{ motto }', {
    headers: { authorization: `Bearer ${bearer}` },
  });
  expect(data?.motto).toBe(status === 200 ? 'together' : undefined);
  return `${status} ${errors?.[0]?.extensions['code'] ?? 'ok'}`;
};

describe('an identity provider that is down', () => {
  test('from the start: tokens are refused with 503, and accepted when it is back', async () => {
    await start({});
    provider.fault = 'all';
    const bearer = await token();
    expect(await askAs(bearer)).toBe('503 UPSTREAM_UNAVAILABLE');
    provider.fault = null;
    await expect.poll(() => askAs(bearer)).toBe('200 ok');
  });

  test('later: its keys are used while they are fresh, and a token with an unknown key gets 503', async () => {
    await start({ jwksMaxAgeMs: HOUR_MS, jwksCooldownMs: 0 });
    expect(await askAs(await token())).toBe('200 ok');
    provider.fault = 'all';
    expect(await askAs(await token())).toBe('200 ok');
    expect(await askAs(await token({ keyId: 'made-up' }))).toBe('503 UPSTREAM_UNAVAILABLE');
    expect(await askAs(await token({ foreignKey: true }))).toBe('401 UNAUTHENTICATED');
  });

  test('for longer than its keys are believed: nothing is accepted, not even what was accepted before', async () => {
    await start({ jwksMaxAgeMs: 500 });
    const bearer = await token();
    expect(await askAs(bearer)).toBe('200 ok');
    provider.fault = 'all';
    await expect.poll(() => askAs(bearer)).toBe('503 UPSTREAM_UNAVAILABLE');
    expect(await askAs(await token())).toBe('503 UPSTREAM_UNAVAILABLE');
  });
});

describe('rotation of keys', () => {
  test('under load: no valid token is refused, whichever key signed it', async () => {
    await start({ jwksCooldownMs: 0 });
    let asked = 0;
    const worker = async (): Promise<void> => {
      while (asked < 300) {
        asked++;
        expect(await askAs(await token())).toBe('200 ok');
        if (asked % 100 === 0) await provider.rotate();
        expect(await askAs(await token({ keyId: 'idp-1' }))).toBe('200 ok');
      }
    };
    await Promise.all(Array.from({ length: 10 }, worker));
    expect(provider.keyReads()).toBeLessThan(60);
  });

  test('a key that was taken back is refused once the keys were read again, under load and without harm to others', async () => {
    await start({ jwksMaxAgeMs: 500 });
    const old = await token();
    expect(await askAs(old)).toBe('200 ok');
    await provider.rotate();
    provider.withdraw('idp-1');
    let isRefused = false;
    while (!isRefused) {
      const answers = await Promise.all([askAs(old), askAs(await token({ keyId: 'idp-1' }))]);
      for (const answer of answers) expect(['200 ok', '401 UNAUTHENTICATED']).toContain(answer);
      isRefused = answers.every((answer) => answer.startsWith('401'));
    }
    expect(await askAs(await token())).toBe('200 ok');
  });
});

describe('clocks that differ', () => {
  const skewed = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });

  test.each([
    // By how much the gateway's clock is ahead; seconds until the end of the token on the clock of the issuer.
    [90, 70, '200 ok'],
    [90, 50, '401 UNAUTHENTICATED'],
    [-90, 300, '200 ok'],
    [20, 1, '200 ok'],
    [40, 1, '401 UNAUTHENTICATED'],
  ])('gateway %d s ahead: a token that ends in %d s gets %s', async (ahead, expiresIn, expected) => {
    await start({});
    const bearer = await token({ expiresIn });
    skewed(ahead);
    expect(await askAs(bearer)).toBe(expected);
  });

  test.each([
    [-20, '200 ok'],
    [-40, '401 UNAUTHENTICATED'],
    [-90, '401 UNAUTHENTICATED'],
    [90, '200 ok'],
  ])('gateway %d s ahead: a token that is good from now on gets %s', async (ahead, expected) => {
    await start({});
    const bearer = await token({ notBefore: 0 });
    skewed(ahead);
    expect(await askAs(bearer)).toBe(expected);
  });

  test('the leeway is that of the issuer', async () => {
    await start({ leewaySeconds: 5 });
    expect(await askAs(await token({ expiresIn: -2 }))).toBe('200 ok');
    expect(await askAs(await token({ expiresIn: -10 }))).toBe('401 UNAUTHENTICATED');
    expect(await askAs(await token({ notBefore: 10 }))).toBe('401 UNAUTHENTICATED');
  });
});

test('an algorithm that is not in the list of the issuer is refused', async () => {
  await start({ algorithms: ['ES256'] });
  expect(await askAs(await token())).toBe('401 UNAUTHENTICATED');
});
