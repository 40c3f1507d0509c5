import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { DomainClock } from '@birlik/kernel/clock';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { createLog } from '@birlik/kernel/log';
import { enqueue, QueueWorker, type JobKind, type NewJob } from '@birlik/kernel/queue';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defineDatabase } from '../database/database.js';
import { clockCommand, jobsCommand } from './queue.js';

class DoneMigration extends Migration {
  override up(): void {
    this.addSql('create table done (work text primary key)');
  }
}

const DoneSchema = defineEntity({ name: 'DoneEntity', tableName: 'done', properties: { work: p.text().primary() } });
class DoneEntity extends DoneSchema.class {}
DoneSchema.setClass(DoneEntity);

const definition = defineDatabase({ entities: [DoneEntity], migrations: [DoneMigration] });
let database: TestDatabase;
let orm: MikroORM;
let owner: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  orm = await openDatabase(definition, { url: database.appUrl, poolSize: 6, log: null });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
});
afterAll(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => owner.query('truncate job, done, domain_clock'));

/** Work that writes down that it was done; what is given instead of it is said to be `run`. */
const work = (run?: JobKind['run'], more: Partial<JobKind> = {}): JobKind => ({
  name: 'work',
  run: async (em, job, prepared) => {
    await em.execute('insert into done (work) values (?)', [String(job.payload['work'])]);
    await run?.(em, job, prepared);
  },
  ...more,
});

function worker(kind: JobKind, failed: string[] = [], clock = new DomainClock()) {
  const log = createLog('test', 'silent');
  return new QueueWorker([kind], { em: () => orm.em.fork(), clock, log, failed: (name) => failed.push(name) });
}

/** Makes jobs as requests do, each in a transaction of its own. */
async function make(...jobs: (Partial<NewJob> & { readonly work: string })[]): Promise<void> {
  for (const { work: payload, ...job } of jobs) {
    await orm.em.fork().transactional((em) => enqueue(em, { kind: 'work', payload: { work: payload }, ...job }));
  }
}

async function done(): Promise<string[]> {
  const { rows } = await owner.query<{ work: string }>('select work from done order by work');
  return rows.map((row) => row.work);
}

async function jobs() {
  const { rows } = await owner.query<{ attempts: number; failure: string | null; dead: boolean; claimed: boolean }>(
    'select attempts, failure, died_at is not null as dead, claim is not null as claimed from job order by created_at',
  );
  return rows;
}

/** What a command of an operator prints. */
async function printed(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = (text: string) => lines.push(text) > 0;
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  return lines.join('');
}

const environment = () => ({ DATABASE_OWNER_URL: database.ownerUrl });
const library = { name: 'library', database: definition };

test('a job is there if and only if the change is that makes it', async () => {
  const undone = orm.em.fork().transactional(async (em) => {
    await enqueue(em, { kind: 'work', payload: { work: 'undone' } });
    throw new Error('the change is undone');
  });
  await expect(undone).rejects.toThrow('the change is undone');
  await make({ work: 'one' });
  await worker(work()).round();
  expect(await done()).toEqual(['one']);
  expect(await jobs()).toEqual([]);
});

test('of many processes that work at once each job is done by one, once', async () => {
  await make(...Array.from({ length: 60 }, (_, index) => ({ work: `${index}` })));
  await Promise.all(Array.from({ length: 4 }, () => worker(work()).round()));
  expect(await done()).toHaveLength(60);
  expect(new Set(await done()).size).toBe(60);
  expect(await jobs()).toEqual([]);
});

test('a job with a key is made once as long as it waits', async () => {
  await make({ work: 'one', key: 'a' }, { work: 'again', key: 'a' }, { work: 'other', key: 'b' });
  await worker(work()).round();
  expect(await done()).toEqual(['one', 'other']);
  await make({ work: 'next', key: 'a' });
  await worker(work()).round();
  expect(await done()).toEqual(['next', 'one', 'other']);
});

test('a job that fails undoes what it did, waits longer each time and is given up in the end', async () => {
  await make({ work: 'one' });
  const failed: string[] = [];
  const failing = worker(
    work(() => Promise.reject(new TypeError('a text with a name in it')), { mostAttempts: 3 }),
    failed,
  );
  for (const attempt of [1, 2, 3]) {
    await failing.round();
    await failing.round();
    expect(await jobs()).toEqual([{ attempts: attempt, failure: 'TypeError', dead: attempt === 3, claimed: false }]);
    await printed(() => clockCommand(library, environment(), ['+1h']));
  }
  await failing.round();
  expect(failed).toEqual(['work', 'work', 'work']);
  expect(failing.state).toEqual({ failing: 0, dead: 1 });
  expect(await done()).toEqual([]);
});

test('an operator sees the jobs that failed and begins anew with those that were given up', async () => {
  await make({ work: 'one' }, { work: 'later', dueAt: new Date('2100-01-01') });
  await worker(work(() => Promise.reject(new TypeError('no')), { mostAttempts: 1 })).round();
  const shown = await printed(() => jobsCommand(library, environment(), []));
  expect(shown).toMatch(/^library: 1 jobs wait, 1 failed\n {2}given up work, job [0-9a-f-]+: TypeError, attempt 1, /);
  await worker(work()).round();
  expect(await done()).toEqual([]);
  await printed(() => jobsCommand(library, environment(), ['retry']));
  await worker(work()).round();
  expect(await done()).toEqual(['one']);
  await expect(jobsCommand(library, environment(), ['again'])).rejects.toThrow('not again');
});

test('a job whose process died is taken by another one once its time is over, and no sooner', async () => {
  await make({ work: 'one' });
  const stuck = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const dying = worker(
    work(undefined, {
      prepare: () => {
        begun.resolve();
        return stuck.promise;
      },
    }),
  ).round();
  await begun.promise;
  await worker(work()).round();
  expect(await done()).toEqual([]);
  await owner.query(`update job set claimed_until = clock_timestamp() - interval '1 second'`);
  await worker(work()).round();
  expect(await done()).toEqual(['one']);
  // The process that was believed dead comes back, and does nothing any more.
  stuck.resolve();
  await dying;
  expect(await done()).toEqual(['one']);
});

test('a job of which processes die is given up after as many attempts as one that fails', async () => {
  await make({ work: 'one' });
  await owner.query('update job set attempts = 2');
  await worker(work(undefined, { mostAttempts: 2 })).round();
  expect(await jobs()).toEqual([{ attempts: 3, failure: 'AttemptsUsedUp', dead: true, claimed: false }]);
  expect(await done()).toEqual([]);
});

test('a connection that breaks in the middle of a job undoes it, and it is done later', async () => {
  await make({ work: 'one' });
  let breaks = true;
  const broken = worker(
    work(async (em) => {
      if (!breaks) return;
      breaks = false;
      const [backend] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await orm.em.fork().execute('select pg_terminate_backend(?)', [backend?.pid]);
      await em.execute('select 1');
    }),
  );
  await broken.round();
  expect(await done()).toEqual([]);
  expect(await jobs()).toMatchObject([{ attempts: 1, dead: false, claimed: false }]);
  await printed(() => clockCommand(library, environment(), ['+1m']));
  await broken.round();
  expect(await done()).toEqual(['one']);
});

test('a job is done when the clock of the domain says so, which one command moves and takes back', async () => {
  await make({ work: 'later', dueAt: new Date(Date.now() + 3 * 86_400_000) });
  const clock = new DomainClock();
  const punctual = worker(work(), [], clock);
  await punctual.round();
  expect(await done()).toEqual([]);
  expect(await printed(() => clockCommand(library, environment(), ['+2d']))).toMatch(/^library: \d{4}-/);
  await punctual.round();
  expect(await done()).toEqual([]);
  await printed(() => clockCommand(library, environment(), ['+1d1m']));
  await punctual.round();
  expect(await done()).toEqual(['later']);
  expect(clock.variables).toEqual({ 'app.clock_shift': `${3 * 86_400_000 + 60_000} milliseconds` });
  const em = orm.em.fork();
  em.setSessionContext({ variables: clock.variables });
  const [row] = await em.execute<{ ahead: number; today: string }[]>(
    `select extract(epoch from app_now() - now())::int as ahead, app_today()::text as today`,
  );
  expect(row).toEqual({ ahead: 259_260, today: clock.now().toISOString().slice(0, 10) });
  await printed(() => clockCommand(library, environment(), ['reset']));
  await punctual.round();
  expect(clock.variables).toEqual({});
  await expect(clockCommand(library, environment(), ['-1d'])).rejects.toThrow('-1d is no move of a clock');
});

test('a request takes no job, ends none and changes none; an organisation sees its own', async () => {
  const [own, other] = [randomUUID(), randomUUID()];
  await make({ work: 'own', organizationId: own }, { work: 'other', organizationId: other }, { work: 'nobody’s' });
  const em = orm.em.fork();
  em.setSessionContext({ variables: { 'app.organization': own } });
  expect(await em.execute(`select payload ->> 'work' as work from job`)).toEqual([{ work: 'own' }]);
  await em.execute(`update job set due_at = 'infinity'`).catch(() => undefined);
  await em.execute('delete from job');
  expect(await jobs()).toHaveLength(3);
  const forged = orm.em
    .fork()
    .execute(`insert into job (id, kind, payload, due_at, attempts) values (uuidv7(), 'work', '{}', now(), 5)`);
  await expect(forged).rejects.toThrow('row-level security');
});

test('a job that is done for an organisation has the rows of that organisation in reach', async () => {
  const organizationId = randomUUID();
  await make({ work: 'one', organizationId });
  const seen: unknown[] = [];
  await worker(
    work(async (em) => {
      seen.push(...(await em.execute<unknown[]>('select app_organization() as organization')));
    }),
  ).round();
  expect(seen).toEqual([{ organization: organizationId }]);
});
