import { expect, test } from 'vitest';
import { Readiness } from './health.js';

test('a process is ready when every check says so', async () => {
  expect(await new Readiness([() => Promise.resolve(true)]).isReady()).toBe(true);
  expect(await new Readiness([() => Promise.resolve(true), () => Promise.resolve(false)]).isReady()).toBe(false);
});

test('a check that fails means not ready', async () => {
  expect(await new Readiness([() => Promise.reject(new Error('no database'))]).isReady()).toBe(false);
});

test('a draining process is not ready any more', async () => {
  const readiness = new Readiness([() => Promise.resolve(true)]);
  readiness.drain();
  expect(await readiness.isReady()).toBe(false);
});
