import pg from 'pg';

import { OperatorError } from './operator-error.js';

/** The database of one member, as its owner reaches it. */
export interface MemberDatabase {
  readonly name: string;
  readonly ownerUrl: string;
}

/** How late it is for the domain of one member. */
export interface DomainTime {
  readonly name: string;
  readonly now: Date;
}

/** What the clocks of all members come to. */
export interface DomainTimes {
  readonly times: readonly DomainTime[];
  /** Whether they say the same; false after a move that did not reach all. */
  readonly agree: boolean;
}

interface OpenClock {
  readonly name: string;
  readonly client: pg.Client;
  readonly shiftMs: number;
}

const waitMs = 10_000;

/**
 * Moves the clocks of all members: nothing is written before each of them is reached and locked, all then get the same time, and each
 * commits at the end. So a database that is down leaves every clock as it was, and clocks that differ agree after the next move.
 *
 * @param move `+3d`, `+12h30m` and the like from the latest of the clocks on, `reset` for the real time; undefined: nothing is moved
 * @throws OperatorError when nothing was moved, and when a commit was not confirmed after others were: it says which
 */
export async function moveDomainClocks(
  members: readonly MemberDatabase[],
  move: string | undefined,
): Promise<DomainTimes> {
  const clients = members.map(({ name, ownerUrl }) => ({ name, client: clientOf(ownerUrl) }));
  try {
    const clocks: OpenClock[] = [];
    for (const { name, client } of clients) clocks.push(await whole(name, () => openClock(name, client)));
    const shiftMs = await whole(clocks[0]?.name ?? '', () => targetOf(clocks, move));
    if (shiftMs !== null) {
      for (const { name, client } of clocks) await whole(name, () => setShift(client, shiftMs));
      await commitAll(clocks);
    }
    const now = Date.now();
    const times = clocks.map((clock) => ({ name: clock.name, now: new Date(now + (shiftMs ?? clock.shiftMs)) }));
    return { times, agree: shiftMs !== null || clocks.every((clock) => clock.shiftMs === clocks[0]?.shiftMs) };
  } finally {
    await Promise.all(clients.map(({ client }) => client.end().catch(() => undefined)));
  }
}

function clientOf(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: waitMs,
    query_timeout: waitMs,
    lock_timeout: waitMs,
  });
  // A connection that breaks fails the statement after it, which says so.
  client.on('error', () => undefined);
  return client;
}

async function openClock(name: string, client: pg.Client): Promise<OpenClock> {
  await client.connect();
  await client.query('begin');
  await client.query('lock table domain_clock in share row exclusive mode');
  const { rows } = await client.query<{ ms: string }>(
    `select extract(epoch from coalesce((select shift from domain_clock), '0')) * 1000 as ms`,
  );
  return { name, client, shiftMs: Number(rows[0]?.ms) };
}

/** How far all clocks are to be; null: they stay as they are. */
async function targetOf(clocks: readonly OpenClock[], move: string | undefined): Promise<number | null> {
  const [first] = clocks;
  if (move === undefined || first === undefined) return null;
  if (move === 'reset') return 0;
  const parts = move.slice(1).replaceAll(/(?<=[dhms])/g, ' ');
  const { rows } = await first.client.query<{ ms: string }>('select extract(epoch from $1::interval) * 1000 as ms', [
    parts,
  ]);
  return Math.max(...clocks.map(({ shiftMs }) => shiftMs)) + Number(rows[0]?.ms);
}

async function setShift(client: pg.Client, shiftMs: number): Promise<void> {
  await client.query('delete from domain_clock');
  if (shiftMs > 0) {
    await client.query(`insert into domain_clock (shift) values ($1 * interval '1 millisecond')`, [shiftMs]);
  }
}

/** Nothing has been written where this fails: what was begun goes with its connection. */
async function whole<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new OperatorError(`The database of ${name} did not take part, so no clock was moved.`, {
      cause,
      cure: 'Bring PostgreSQL back, then say the same again.',
    });
  }
}

async function commitAll(clocks: readonly OpenClock[]): Promise<void> {
  const moved: string[] = [];
  for (const { name, client } of clocks) {
    try {
      await client.query('commit');
      moved.push(name);
    } catch (cause) {
      if (moved.length === 0) {
        throw new OperatorError(`The database of ${name} did not confirm the move, and no other clock was moved.`, {
          cause,
          cure: 'Look with `npm run clock` how late it is, then say the same again or bring all together with `npm run clock -- +0s`.',
        });
      }
      const others = clocks.map((clock) => clock.name).filter((one) => one !== name && !moved.includes(one));
      const left = others.length === 0 ? '' : `; not moved: ${others.join(', ')}`;
      throw new OperatorError(
        `The clocks were moved in part. Moved: ${moved.join(', ')}; not confirmed: ${name}${left}.`,
        { cause, cure: 'Bring PostgreSQL back, then bring all to the latest of them with `npm run clock -- +0s`.' },
      );
    }
  }
}
