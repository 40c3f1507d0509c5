import { openDatabase } from '@birlik/kernel/database';
import { newSigningKey } from '@birlik/test/testkit/grant-keys';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../database.js';
import { member as subgraph } from '../member.js';
import { publicJwk, signingKeys } from './signing-jwk.rule.js';
import { publishSigningKeys } from './signing-key.service.js';
import { verifyStatement, type VerificationKey } from './statement.rule.js';
import { createStatementSigner, type StatementSigner } from './statement.service.js';

const typ = 'test+jwt';
let member: TestMember<ConfigOf<typeof subgraph>>;

/** The keys as anybody reads them from the graph. */
async function publishedKeys(): Promise<VerificationKey[]> {
  const { data } = await member.query<{
    signingKeys: { kid: string; publicKey: string; since: string; retiredAt: string | null }[];
  }>(`{ signingKeys { kid publicKey since retiredAt } }`);
  return (data?.signingKeys ?? []).map(({ publicKey, since, retiredAt }) => ({
    publicKey: publicJwk.strict().parse(JSON.parse(publicKey)),
    since: new Date(since),
    retiredAt: retiredAt === null ? null : new Date(retiredAt),
  }));
}

/** Starts again, as far as keys are concerned, with another list of them. */
async function restartWith(keys: readonly object[]): Promise<StatementSigner> {
  const parsed = signingKeys.parse(keys);
  const orm = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  try {
    await publishSigningKeys(parsed, orm.em.fork());
  } finally {
    await orm.close();
  }
  return createStatementSigner(parsed);
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('the graph shows the public halves alone, from the start on', async () => {
  const keys = await publishedKeys();
  expect(keys.map(({ publicKey }) => publicKey.kid)).toEqual(
    expect.arrayContaining(member.config.SIGNING_KEYS.map(({ kid }) => kid)),
  );
});

test('old signatures stay verifiable through a rotation, and a retired key signs nothing new', async () => {
  const old = await restartWith(member.config.SIGNING_KEYS);
  const before = await old.sign({ jti: 'before' }, { typ });
  const next = newSigningKey();
  await restartWith([next, ...member.config.SIGNING_KEYS]);
  const current = await restartWith([next]);
  const keys = await publishedKeys();
  expect(keys.map(({ retiredAt }) => retiredAt !== null)).toEqual([false, true]);
  expect(await verifyStatement(before, { typ, keys })).toMatchObject({ jti: 'before' });
  expect(await verifyStatement(await current.sign({ jti: 'after' }, { typ }), { typ, keys })).toMatchObject({
    jti: 'after',
  });
  const late = await old.sign({}, { typ, issuedAt: new Date(Date.now() + 3_600_000) });
  expect(await verifyStatement(late, { typ, keys })).toBeNull();
});

test('a name never comes to stand for another key', async () => {
  const [kid] = (await publishedKeys()).map(({ publicKey }) => publicKey.kid);
  await expect(restartWith([{ ...newSigningKey(), kid }])).rejects.toThrow('stands for another key');
});

test('the process’s role cannot write the register by itself', async () => {
  const { rows } = await member.owner.query<{ cmd: string; roles: string }>(
    `select cmd, roles::text from pg_policies where tablename = 'signing_key' and cmd <> 'SELECT'`,
  );
  expect(rows).toEqual([{ cmd: 'ALL', roles: expect.stringContaining('_owner') as string }]);
});
