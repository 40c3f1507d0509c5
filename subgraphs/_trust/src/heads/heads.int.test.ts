import { generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { DomainClock } from '@birlik/kernel/clock';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { defineEntity, p } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RequestContext } from '../context/context.js';
import { defineDatabase } from '../database/database.js';
import { createWitness, headType, logWitness, readCountersignature, signDelivery } from '../log-head/log-head.js';
import { consistencyRanges, GrowingTree, leafHash, type Range } from '../merkle/merkle.js';
import { keepHead, keptLines } from './heads.js';

const ThingSchema = defineEntity({ name: 'ThingEntity', tableName: 'thing', properties: { id: p.uuid().primary() } });
class ThingEntity extends ThingSchema.class {}
ThingSchema.setClass(ThingEntity);

const definition = defineDatabase({ entities: [ThingEntity], migrations: [] });
const key = randomBytes(32);
const pair = generateKeyPairSync('ed25519');
const { x = '' } = pair.publicKey.export({ format: 'jwk' });
const publicKey = { kty: 'OKP', crv: 'Ed25519', kid: 'registry-key', x } as const;
const witness = createWitness(randomBytes(32).toString('base64url'));
let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  orm = await openDatabase(definition, { url: database.appUrl, poolSize: 4, log: null });
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});
beforeEach(async () => {
  const owner = await openDatabase(definition, { url: database.ownerUrl, poolSize: 1, log: null });
  await owner.em.fork().execute('truncate log_head');
  await owner.close();
});

const context = () =>
  new RequestContext({
    assertion: {
      iss: 'birlik-gateway',
      jti: randomUUID(),
      bdg: '',
      viewer: null,
      purpose: null,
      operation: null,
      operationId: randomUUID(),
      reads: { here: [], elsewhere: {} },
      request: randomUUID(),
    },
    acceptLanguage: 'en',
    orm,
    member: {
      name: 'library',
      grantKey: key,
      releaseThreshold: 10,
      freshSignInSeconds: 300,
      clock: new DomainClock(),
      timeZone: 'UTC',
      secrets: new Map([logWitness.is(witness)]),
    },
  });

/** The rows of a log whose row of this number, from 0, is another one. */
const logWith = (size: number, changed: number | null = null) =>
  Array.from({ length: size }, (_, index) => leafHash(`${index === changed ? 'another ' : ''}row ${index}`));

function rootOf(rows: readonly Uint8Array[], [from, to]: Range = [0, rows.length]): string {
  const tree = new GrowingTree();
  for (const row of rows.slice(from, to)) tree.append(row);
  return Buffer.from(tree.root).toString('hex');
}

/** What the registry hands over of a log, to a member that has so many rows of it. */
async function deliver(
  rows: readonly Uint8Array[],
  {
    earlier = 0,
    seconds = 0,
    by = key,
    to = 'library',
    signedBy = pair.privateKey,
  }: { earlier?: number; seconds?: number; by?: Uint8Array; to?: string; signedBy?: KeyObject } = {},
): Promise<string> {
  const head = await new SignJWT({ size: rows.length, root: rootOf(rows) })
    .setProtectedHeader({ alg: 'EdDSA', typ: headType, kid: publicKey.kid })
    .setIssuedAt(1_800_000_000 + seconds)
    .sign(signedBy);
  const ranges = earlier > 0 && earlier < rows.length ? consistencyRanges(earlier, rows.length) : [];
  const proof = ranges.map((range) => rootOf(rows, range));
  return signDelivery({ head, publicKey, earlier, proof }, { member: to, key: by });
}

const kept = async () =>
  (await keptLines(context(), 100)).map((line) => {
    const { head, consistent } = JSON.parse(line) as { head: string; consistent: boolean };
    const { size } = JSON.parse(Buffer.from(head.split('.')[1] ?? '', 'base64url').toString()) as { size: number };
    return { size, consistent };
  });

test('a member keeps every head that goes on from the one before it, and signs it by a key of its own', async () => {
  for (const [earlier, size] of [
    [0, 3],
    [3, 4],
    [4, 11],
  ] as const) {
    const token = await keepHead(context(), await deliver(logWith(size), { earlier }));
    expect(await readCountersignature(token ?? '', witness.publicKey)).toMatchObject({
      iss: 'library',
      size,
      root: rootOf(logWith(size)),
    });
    expect(await keepHead(context(), await deliver(logWith(size), { earlier }))).toBe(token);
  }
  expect(await kept()).toEqual([11, 4, 3].map((size) => ({ size, consistent: true })));
  const [line = ''] = await keptLines(context(), 1);
  expect(JSON.parse(line)).toMatchObject({ member: 'library', publicKey, witnessKey: witness.publicKey });
});

test('a head of a log that was rewritten is refused and kept as evidence, and the log goes on from what was kept', async () => {
  await keepHead(context(), await deliver(logWith(5)));
  const rewritten = await deliver(logWith(9, 2), { earlier: 5 });
  for (let time = 0; time < 2; time += 1) {
    const refused = keepHead(context(), rewritten);
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', alarm: 'log_head_contradicts' });
  }
  expect(await kept()).toEqual([
    { size: 9, consistent: false },
    { size: 5, consistent: true },
  ]);
  await expect(keepHead(context(), await deliver(logWith(5, 4)))).rejects.toMatchObject({ code: 'CONFLICT' });
  await keepHead(context(), await deliver(logWith(7), { earlier: 5 }));
  expect((await kept()).filter(({ consistent }) => consistent).map(({ size }) => size)).toEqual([7, 5]);
});

test('a log that was cut off and signed anew is evidence; an old head that comes late is not', async () => {
  await keepHead(context(), await deliver(logWith(5), { seconds: 10 }));
  await expect(keepHead(context(), await deliver(logWith(3), { seconds: 5 }))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await expect(keepHead(context(), await deliver(logWith(8), { earlier: 3 }))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(await kept()).toEqual([{ size: 5, consistent: true }]);
  await expect(keepHead(context(), await deliver(logWith(4), { seconds: 20 }))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(await kept()).toEqual([
    { size: 5, consistent: true },
    { size: 4, consistent: false },
  ]);
});

test('a member that was down refuses what starts behind its back, and keeps the newest head when it is handed over anew', async () => {
  await keepHead(context(), await deliver(logWith(5)));
  for (const earlier of [0, 7, 20]) {
    const behind = keepHead(context(), await deliver(logWith(30), { earlier }));
    await expect(behind).rejects.toMatchObject({ code: 'CONFLICT', alarm: null });
  }
  expect(await kept()).toEqual([{ size: 5, consistent: true }]);
  await keepHead(context(), await deliver(logWith(30), { earlier: 5 }));
  expect((await kept())[0]).toEqual({ size: 30, consistent: true });
});

test('what is not from the registry for this member is refused', async () => {
  for (const token of [
    'no token',
    await deliver(logWith(3), { by: randomBytes(32) }),
    await deliver(logWith(3), { to: 'union' }),
    await deliver(logWith(3), { signedBy: generateKeyPairSync('ed25519').privateKey }),
  ]) {
    await expect(keepHead(context(), token)).rejects.toMatchObject({ code: 'FORBIDDEN', alarm: 'log_head_foreign' });
  }
  expect(await kept()).toEqual([]);
});

test('the process adds heads, and changes and deletes none', async () => {
  await keepHead(context(), await deliver(logWith(5)));
  const em = orm.em.fork();
  await em.execute(`update log_head set root = 'x'`);
  await em.execute('delete from log_head');
  expect(await kept()).toEqual([{ size: 5, consistent: true }]);
});
