import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { createLog } from '../log/log.js';
import { Jobs, type Job } from './jobs.js';

const options = { em: () => ({}) as EntityManager, log: createLog('test', 'silent') };

/** A job whose rounds can be waited for. */
function counted(run: () => Promise<void> = () => Promise.resolve(), when: Pick<Job, 'first' | 'last'> = {}) {
  let rounds = 0;
  let reached: { count: number; resolve: () => void } | null = null;
  const job: Job = {
    name: 'count',
    pauseMs: 0,
    ...when,
    async run() {
      rounds += 1;
      if (reached && rounds >= reached.count) reached.resolve();
      await run();
    },
  };
  return {
    job,
    rounds: () => rounds,
    reach: (count: number) =>
      new Promise<void>((resolve) => {
        reached = { count, resolve };
      }),
  };
}

test('a job runs round after round, also after one that failed, until it is closed', async () => {
  const work = counted(() => Promise.reject(new Error('the database is away')));
  const third = work.reach(3);
  const jobs = new Jobs([work.job], options);
  jobs.start();
  await third;
  await jobs.close();
  const atClose = work.rounds();
  await new Promise((resolve) => setImmediate(resolve));
  expect(work.rounds()).toBe(atClose);
});

test('a round that failed is told by the name of its job', async () => {
  const failed: string[] = [];
  const work = counted(() => Promise.reject(new Error('the database is away')));
  const second = work.reach(2);
  const jobs = new Jobs([work.job], { ...options, failed: (job) => failed.push(job) });
  jobs.start();
  await second;
  await jobs.close();
  expect(new Set(failed)).toEqual(new Set(['count']));
});

test('closing waits for the round that runs, and does a last one where there is to be one', async () => {
  const release = Promise.withResolvers<void>();
  const work = counted(() => release.promise, { last: true });
  const other = counted(() => release.promise);
  const jobs = new Jobs([work.job, other.job], options);
  jobs.start();
  expect(work.rounds()).toBe(1);
  const closed = jobs.close();
  release.resolve();
  await closed;
  expect(work.rounds()).toBe(2);
  expect(other.rounds()).toBe(1);
});

test('a job of a process that never listened still has its last round', async () => {
  const work = counted(undefined, { last: true });
  await new Jobs([work.job], options).close();
  expect(work.rounds()).toBe(1);
});

test('a first round is over before the process listens, failed or not, and is not done again at once', async () => {
  const work = counted(() => Promise.reject(new Error('the database is away')), { first: true });
  const later = counted();
  const jobs = new Jobs([work.job, later.job], options);
  await jobs.prepare();
  expect([work.rounds(), later.rounds()]).toEqual([1, 0]);
  jobs.start();
  expect([work.rounds(), later.rounds()]).toEqual([1, 1]);
  await jobs.close();
});
