import { expect } from 'vitest';
import type { TestMember } from './member.js';

/** SQL and its parameters. */
export type Statement = readonly [sql: string, ...parameters: unknown[]];

async function waiting(member: TestMember): Promise<number> {
  const { rows } = await member.owner.query(
    `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows.length;
}

/**
 * Makes calls meet: starts them while the owner holds a lock, lets go when each of them waits for a lock in the
 * database, and resolves to their answers. So all of them have read what they read before the first one writes, unless
 * they lock first what they read, and a missing lock shows every time and not by luck.
 *
 * @param gate.hold takes the lock: a `select … for update`, or a change
 * @param gate.change is made, if given, when all calls wait; it counts before any of them goes on
 */
export async function meetAtLock<Answer>(
  member: TestMember,
  gate: { readonly hold: Statement; readonly change?: Statement },
  calls: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const owner = await member.owner.connect();
  const run = ([sql, ...parameters]: Statement) => owner.query(sql, parameters);
  try {
    await owner.query('begin');
    expect((await run(gate.hold)).rowCount, 'rows that the gate holds').toBeGreaterThan(0);
    const answers = Promise.all(calls.map((call) => call()));
    await expect.poll(() => waiting(member)).toBe(calls.length);
    if (gate.change) await run(gate.change);
    await owner.query('commit');
    return await answers;
  } finally {
    // The connection is thrown away, so that a gate that failed to open holds nothing.
    owner.release(true);
  }
}
