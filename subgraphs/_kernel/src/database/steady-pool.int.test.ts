import { connect, createServer, type Socket } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnavailable } from '../errors/errors.js';
import { openDatabase, transactionalFor } from './database.js';

const poolSize = 2;

/** The way to a database, which a test can break. */
interface Way {
  readonly url: string;
  /** Breaks each connection that sends this text. */
  cutAt(text: string | null): void;
  /** From now on nothing passes on the connections that are there; new ones work. */
  silence(): void;
  close(): Promise<void>;
}

async function openWay(databaseUrl: string): Promise<Way> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let cut: string | null = null;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    pairs.add([near, far]);
    near.on('data', (sent) => {
      if (cut === null || !sent.includes(cut)) far.write(sent);
      else near.destroy();
    });
    far.on('data', (answer) => near.write(answer));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    cutAt: (text) => (cut = text),
    silence() {
      for (const socket of [...pairs].flat()) socket.removeAllListeners('data').resume();
    },
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const PlaceSchema = defineEntity({
  name: 'PlaceEntity',
  tableName: 'place',
  properties: { id: p.integer().primary() },
});
class PlaceEntity extends PlaceSchema.class {}
PlaceSchema.setClass(PlaceEntity);

let database: TestDatabase;
let way: Way;
let orm: MikroORM;
let owner: pg.Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  way = await openWay(database.appUrl);
  orm = await openDatabase({ entities: [PlaceEntity], migrations: [] }, { url: way.url, poolSize, log: null });
  owner = new pg.Pool({ connectionString: database.ownerUrl });
  // Its sockets may close a moment after `end`, when the database is dropped already.
  owner.on('error', () => {});
});

afterEach(async () => {
  await orm.close();
  await owner.end();
  await way.close();
  await database.drop();
});

const backend = async (em: EntityManager): Promise<number> => {
  const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
  return row?.pid ?? 0;
};

/** Takes all connections of the pool at once; they are others than before when those broke. */
async function backends(): Promise<number[]> {
  const together = Promise.withResolvers<void>();
  let begun = 0;
  const one = () =>
    orm.em.fork().transactional(async (em) => {
      begun += 1;
      if (begun === poolSize) together.resolve();
      await together.promise;
      return backend(em);
    });
  return Promise.all(Array.from({ length: poolSize }, one));
}

/** Runs as many transactions as the pool has connections, and one more; all of them must fail as the database is away. */
async function failEach(work: (em: EntityManager) => Promise<unknown>): Promise<void> {
  for (let round = 0; round <= poolSize; round += 1) {
    const error = await orm.em
      .fork()
      .transactional(work)
      .catch((error: unknown) => error);
    expect(isUnavailable(error)).toBe(true);
  }
}

test.each(['begin', 'commit'])(
  'a connection that breaks at the %s of a transaction leaves the pool',
  async (command) => {
    way.cutAt(command);
    await failEach(backend);
    way.cutAt(null);
    expect(new Set(await backends()).size).toBe(poolSize);
  },
);

test('a connection that breaks at the rollback of a transaction leaves the pool, and the first error is told', async () => {
  way.cutAt('rollback');
  for (let round = 0; round <= poolSize; round += 1) {
    const refused = orm.em.fork().transactional(() => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
  }
  way.cutAt(null);
  expect(new Set(await backends()).size).toBe(poolSize);
});

test('a connection whose session the server ends during a statement leaves the pool', async () => {
  await failEach((em) => em.execute('select pg_terminate_backend(pg_backend_pid())'));
  expect(new Set(await backends()).size).toBe(poolSize);
});

test('the place of a connection is free again when the server ends its session, though its holder never returns', async () => {
  const held = Array.from({ length: poolSize }, () => {
    const begun = Promise.withResolvers<number>();
    void orm.em.fork().transactional(async (em) => {
      begun.resolve(await backend(em));
      await new Promise(() => {});
    });
    return begun.promise;
  });
  const killer = new pg.Client({ connectionString: database.appUrl });
  await killer.connect();
  await killer.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [await Promise.all(held)]);
  await killer.end();
  expect(new Set(await backends()).size).toBe(poolSize);
});

test('after one connection went silent none that is as old is used again', async () => {
  const before = await backends();
  const lost = transactionalFor(orm.em.fork(), 100, async (em) => {
    way.silence();
    await backend(em);
  });
  expect(isUnavailable(await lost.catch((error: unknown) => error))).toBe(true);
  expect(await backends()).not.toContain(before[0]);
  expect(await backends()).not.toContain(before[1]);
});

test('after a server has become a standby no connection to it is used again', async () => {
  await owner.query('create table place (id integer)');
  await owner.query('grant insert on place to public');
  const together = await backends();
  await Promise.all(
    together.map(() =>
      orm.em.fork().execute('set session characteristics as transaction read only; select pg_sleep(0.1)'),
    ),
  );
  const write = () => orm.em.fork().execute('insert into place (id) values (1)');
  expect(isUnavailable(await write().catch((error: unknown) => error))).toBe(true);
  await write();
  await write();
});

test('a commit that the database answers with a rollback is an error', async () => {
  const swallowed = orm.em.fork().transactional(async (em) => {
    await em.execute('select 1 / 0').catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('rolled back');
  expect(new Set(await backends()).size).toBe(poolSize);
});

test('while the database is away every statement is told so, and afterwards it is used as before', async () => {
  way.cutAt('');
  await failEach(backend);
  way.cutAt(null);
  expect(new Set(await backends()).size).toBe(poolSize);
});
