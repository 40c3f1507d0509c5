import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestDatabase, startTestPostgres, type TestDatabase } from '@birlik/infra/test-postgres';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { exportJWK, generateKeyPair } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPeople } from '../../testing/many-people.js';
import { database as definition } from '../database.js';
import { explain } from '../messages.js';
import { writeMessage } from './message.service.js';

const program = resolve(import.meta.dirname, '../../dist/src/member.js');
const people = 200;

let postgres: { stop(): Promise<void> };
let database: TestDatabase;
let owner: pg.Pool;
let folder: string;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  postgres = await startTestPostgres();
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
  await loadPeople(owner, people);
  await owner.query(`update volunteer set email = id || '@example.org'`);
  folder = await mkdtemp(join(tmpdir(), 'birlik-messages-'));
  const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  environment = {
    LOG_LEVEL: 'error',
    DATABASE_URL: database.appUrl,
    GATEWAY_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] }),
    NATIONAL_NUMBER_KEYS: JSON.stringify({ 1: randomBytes(32).toString('base64url') }),
    ...grantKeysEnvironment(),
    MESSAGE_FOLDER: folder,
  };
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

/** A process of the registry that works on the database. */
async function start(): Promise<ChildProcess> {
  const child = fork(program, ['serve'], { env: { ...environment }, silent: true });
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

const files = async () => (await readdir(folder)).filter((name) => name.endsWith('.eml'));

async function writeToAll(): Promise<void> {
  const orm = await openDatabase(definition, { url: database.appUrl, poolSize: 1, log: null });
  try {
    const { rows } = await owner.query<{ id: string }>('select id from volunteer');
    for (const { id: volunteerId } of rows) {
      const text = { subject: explain('inquiry-answered-subject'), body: explain('inquiry-answered-body') };
      const message = {
        volunteerId,
        organizationId: null,
        kind: 'inquiry-answered',
        sentAt: new Date(),
        ...text,
      } as const;
      await orm.em.fork().transactional((em) => writeMessage(em, message));
    }
  } finally {
    await orm.close();
  }
}

test('of 200 messages each arrives once while every process is killed in turn', async () => {
  const processes = await Promise.all([start(), start()]);
  const writing = writeToAll();
  let killed = 0;
  for (const goal of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    await expect.poll(async () => (await files()).length, { interval: 5 }).toBeGreaterThan(goal * people - 1);
    const at = killed % processes.length;
    await kill(processes[at] as ChildProcess);
    killed += 1;
    processes[at] = await start();
    // What the killed one had claimed is free once its time is over; nobody waits half a minute for it here.
    await owner.query(`update job set claimed_until = clock_timestamp() where claim is not null`);
  }
  await writing;
  const left = async () => {
    await owner.query(`update job set claimed_until = clock_timestamp() where claim is not null`);
    return (await owner.query('select from job')).rowCount;
  };
  await expect.poll(left, { timeout: 60_000, interval: 500 }).toBe(0);
  await Promise.all(processes.map(kill));
  const texts = await Promise.all((await files()).map((name) => readFile(join(folder, name), 'utf8')));
  const recipients = texts.map((text) => /^To: (.*)$/m.exec(text)?.[1]?.trim());
  expect(recipients).toHaveLength(people);
  expect(new Set(recipients).size).toBe(people);
  const { rows } = await owner.query<{ count: string }>(
    'select count(*)::int as count from message_delivery where delivered_at is not null',
  );
  expect(rows).toEqual([{ count: people }]);
});
