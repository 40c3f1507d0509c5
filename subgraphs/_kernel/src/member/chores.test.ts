import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { createLog } from '../log/log.js';
import { Chores, type Chore } from './chores.js';

const options = { em: () => ({}) as EntityManager, log: createLog('test', 'silent') };

/** A chore whose rounds can be waited for. */
function counted(run: () => Promise<void> = () => Promise.resolve()) {
  let rounds = 0;
  let reached: { count: number; resolve: () => void } | null = null;
  const chore: Chore = {
    name: 'count',
    pauseMs: 0,
    async run() {
      rounds += 1;
      if (reached && rounds >= reached.count) reached.resolve();
      await run();
    },
  };
  return {
    chore,
    rounds: () => rounds,
    reach: (count: number) =>
      new Promise<void>((resolve) => {
        reached = { count, resolve };
      }),
  };
}

test('a chore runs round after round, also after one that failed, until it is closed', async () => {
  const work = counted(() => Promise.reject(new Error('the database is away')));
  const third = work.reach(3);
  const chores = new Chores([work.chore], options);
  chores.start();
  await third;
  await chores.close();
  const atClose = work.rounds();
  await new Promise((resolve) => setImmediate(resolve));
  expect(work.rounds()).toBe(atClose);
});

test('closing waits for the round that runs, and does a last one', async () => {
  const release = Promise.withResolvers<void>();
  const work = counted(() => release.promise);
  const chores = new Chores([work.chore], options);
  chores.start();
  expect(work.rounds()).toBe(1);
  const closed = chores.close();
  release.resolve();
  await closed;
  expect(work.rounds()).toBe(2);
});

test('a chore of a process that never listened still has its last round', async () => {
  const work = counted();
  await new Chores([work.chore], options).close();
  expect(work.rounds()).toBe(1);
});
