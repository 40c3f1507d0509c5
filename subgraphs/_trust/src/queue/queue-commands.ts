import { readClockMove } from '@birlik/kernel/clock';
import { readOwnerConfig, type Environment } from '@birlik/kernel/config';
import { openDatabase, type DatabaseDefinition } from '@birlik/kernel/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A member, as its commands know it. */
interface Commanded {
  readonly name: string;
  readonly database: DatabaseDefinition;
}

async function onDatabase(
  { database }: Commanded,
  environment: Environment,
  work: (em: EntityManager) => Promise<void>,
): Promise<void> {
  const { DATABASE_OWNER_URL: url } = readOwnerConfig(environment);
  const orm = await openDatabase(database, { url, poolSize: 1, log: null });
  try {
    await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}

/**
 * Says how far the clock of the member's domain was moved; `+3d` moves it further, `reset` takes it back to the real time.
 *
 * @throws ConfigError without DATABASE_OWNER_URL, and Error for anything else than a move
 */
export async function clockCommand(
  member: Commanded,
  environment: Environment,
  [move]: readonly string[],
): Promise<void> {
  const moveMs = move === undefined || move === 'reset' ? 0 : readClockMove(move);
  if (moveMs === null) throw new Error(`${move} is no move of a clock: say +3d, +12h, +30m, +10s or reset.`);
  await onDatabase(member, environment, async (em) => {
    if (move === 'reset') await em.execute('delete from domain_clock');
    else if (moveMs > 0) {
      await em.execute(
        `insert into domain_clock as known (shift) values (? * interval '1 millisecond')
         on conflict (id) do update set shift = known.shift + excluded.shift`,
        [moveMs],
      );
    }
    const [now] = await em.execute<{ now: Date }[]>(
      `select now() + coalesce((select shift from domain_clock), '0') as now`,
    );
    process.stdout.write(`${member.name}: ${now && new Date(now.now).toISOString()}\n`);
  });
}

interface FailedJobLine {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly failure: string;
  readonly failed_at: Date;
  readonly is_dead: boolean;
}

/**
 * Lists the jobs of the member that failed, and how many wait; with `retry` those that were given up begin anew.
 *
 * @throws ConfigError without DATABASE_OWNER_URL, and Error for another word than `retry`
 */
export async function jobsCommand(
  member: Commanded,
  environment: Environment,
  [word]: readonly string[],
): Promise<void> {
  if (word !== undefined && word !== 'retry') throw new Error(`jobs takes nothing, or retry; not ${word}.`);
  await onDatabase(member, environment, async (em) => {
    if (word === 'retry') {
      await em.execute(
        `update job set died_at = null, attempts = 0, due_at = now() + coalesce((select shift from domain_clock), '0')
          where died_at is not null`,
      );
    }
    const [count] = await em.execute<{ waiting: number }[]>(
      'select count(*)::int as waiting from job where failure is null',
    );
    const failed = await em.execute<FailedJobLine[]>(
      `select id, kind, attempts, failure, failed_at, died_at is not null as is_dead
         from job where failure is not null order by failed_at`,
    );
    const lines = failed.map(
      ({ id, kind, attempts, failure, failed_at: at, is_dead: isDead }) =>
        `  ${isDead ? 'given up' : 'failing '} ${kind}, job ${id}: ${failure}, attempt ${attempts}, ${new Date(at).toISOString()}`,
    );
    process.stdout.write(
      `${member.name}: ${count?.waiting ?? 0} jobs wait, ${failed.length} failed\n${lines.map((line) => `${line}\n`).join('')}`,
    );
  });
}
