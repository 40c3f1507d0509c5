import { newSigningKey } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';
import { publicHalf, publicJwk, signingKeys, type SigningJwk } from '../../signing/signing-jwk.rule.js';
import { verifyStatement } from '../../signing/statement.rule.js';

const demo = createDemoData();
const organizationId = demo.organization('uvoa').id;
const officer = officerViewer(organizationId);
const dayMs = 86_400_000;
const typ = 'test+jwt';
let member: TestMember;

function fresh(): SigningJwk {
  const [key] = signingKeys.parse([newSigningKey()]);
  if (!key) throw new Error('One key is parsed.');
  return key;
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * dayMs);
}

async function change(viewer: Viewer, name: 'addOrganizationKey' | 'retireOrganizationKey', input: object) {
  const type = name === 'addOrganizationKey' ? 'AddOrganizationKeyInput' : 'RetireOrganizationKeyInput';
  const { data, errors } = await member.query<{ outcome: { kid?: string; code?: string } }>(
    `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { ... on OrganizationKey { kid } ... on Problem { code } } }`,
    { as: viewer, variables: { input: { organizationId, ...input } } },
  );
  return data?.outcome ?? { code: errors?.[0]?.extensions.code };
}

const add = (viewer: Viewer, key: object, rest: object = {}) =>
  change(viewer, 'addOrganizationKey', { publicKey: JSON.stringify(key), ...rest });

/** The organisation's keys as anybody reads them, in the form that signatures are verified with. */
async function publicKeys() {
  const { data } = await member.query<{
    organization: {
      keys: { publicKey: string; validFrom: string; validUntil: string | null; retiredAt: string | null }[];
    };
  }>(`query ($id: ID!) { organization(id: $id) { keys { publicKey validFrom validUntil retiredAt } } }`, {
    variables: { id: organizationId },
  });
  return (data?.organization.keys ?? []).map(({ publicKey, validFrom, validUntil, retiredAt }) => {
    const ends = [validUntil, retiredAt].filter((end) => end !== null).map((end) => new Date(end));
    return {
      publicKey: publicJwk.parse(JSON.parse(publicKey)),
      since: new Date(validFrom),
      retiredAt: ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
    };
  });
}

async function signed(key: SigningJwk, issuedAt: Date): Promise<string> {
  const header = { alg: 'EdDSA', typ, kid: key.kid };
  return new SignJWT({})
    .setProtectedHeader(header)
    .setIssuedAt(issuedAt)
    .sign(await importJWK(key, 'EdDSA'));
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

test('what was signed while a key was valid stays verifiable after its rotation', async () => {
  const [old, next] = [fresh(), fresh()];
  expect(await add(officer, publicHalf(old), { validFrom: daysAgo(30) })).toEqual({ kid: old.kid });
  expect(await add(officer, publicHalf(next), { validFrom: daysAgo(1) })).toEqual({ kid: next.kid });
  const stolen = { kid: old.kid, since: daysAgo(2) };
  expect(await change(officer, 'retireOrganizationKey', stolen)).toEqual({ kid: old.kid });
  expect(await change(officer, 'retireOrganizationKey', stolen)).toEqual({ code: 'CONFLICT' });
  const keys = await publicKeys();
  expect(await verifyStatement(await signed(old, daysAgo(10)), { typ, keys })).not.toBeNull();
  expect(await verifyStatement(await signed(old, daysAgo(1)), { typ, keys })).toBeNull();
  expect(await verifyStatement(await signed(next, daysAgo(0)), { typ, keys })).not.toBeNull();
  expect(await verifyStatement(await signed(next, daysAgo(10)), { typ, keys })).toBeNull();
});

test('a private key, another kind of key, and an end before the beginning are named problems', async () => {
  const key = fresh();
  const invalid = { code: 'BAD_USER_INPUT' };
  expect(await add(officer, key)).toEqual(invalid);
  expect(await add(officer, { kty: 'RSA', kid: 'one', n: 'x', e: 'AQAB' })).toEqual(invalid);
  expect(await change(officer, 'addOrganizationKey', { publicKey: 'no JSON' })).toEqual(invalid);
  expect(await add(officer, publicHalf(key), { validFrom: daysAgo(1), validUntil: daysAgo(2) })).toEqual(invalid);
  expect(await change(officer, 'retireOrganizationKey', { kid: 'none' })).toEqual({ code: 'NOT_FOUND' });
});

test('a name stands for one key of an organisation, also when it is retired', async () => {
  const key = fresh();
  await add(officer, publicHalf(key));
  expect(await add(officer, publicHalf({ ...fresh(), kid: key.kid }))).toEqual({ code: 'CONFLICT' });
  await change(officer, 'retireOrganizationKey', { kid: key.kid });
  expect(await add(officer, publicHalf(key))).toEqual({ code: 'CONFLICT' });
  expect(await change(officer, 'retireOrganizationKey', { kid: key.kid, since: daysAgo(-1) })).toEqual({
    code: 'BAD_USER_INPUT',
  });
});

test('another organisation, and one without the right role, change none of its keys', async () => {
  const key = publicHalf(fresh());
  const forbidden = { code: 'FORBIDDEN' };
  expect(await add(officerViewer(demo.organization('asan').id), key)).toEqual(forbidden);
  expect(await add(officerViewer(organizationId, ['analyst']), key)).toEqual(forbidden);
  expect(await add({ ...officer, scopes: ['graph:read'] }, key)).toEqual(forbidden);
  const office = demo.organization('registry-office').id;
  expect(await add(officerViewer(office), key)).toEqual(forbidden);
  expect(await add(officerViewer(office, ['admin']), key)).toEqual({ kid: key.kid });
});
