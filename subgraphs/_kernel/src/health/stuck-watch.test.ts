import { expect, test } from 'vitest';
import { StuckWatch } from './stuck-watch.js';

function watched() {
  const state = { now: 0, answers: false, moved: false, reachable: true };
  const watch = new StuckWatch(
    {
      answers: () => Promise.resolve(state.answers),
      hasMoved: () => state.moved,
      isReachable: () => Promise.resolve(state.reachable),
    },
    60_000,
    () => state.now,
  );
  const lookFor = async (ms: number) => {
    for (const end = state.now + ms; state.now < end; state.now += 5_000) await watch.look();
    return watch.isStuck;
  };
  return { state, lookFor };
}

test('a process that gets no answer for a minute, though its database answers, is stuck', async () => {
  const { lookFor } = watched();
  expect(await lookFor(55_000)).toBe(false);
  expect(await lookFor(5_000)).toBe(true);
});

test('one answer in between begins the minute anew', async () => {
  const { state, lookFor } = watched();
  await lookFor(50_000);
  state.answers = true;
  expect(await lookFor(5_000)).toBe(false);
  state.answers = false;
  expect(await lookFor(55_000)).toBe(false);
});

test('while the database is away, and for a minute after, nothing is stuck', async () => {
  const { state, lookFor } = watched();
  state.reachable = false;
  expect(await lookFor(600_000)).toBe(false);
  state.reachable = true;
  expect(await lookFor(55_000)).toBe(false);
});

test('a process whose requests are answered slowly is not stuck', async () => {
  const { state, lookFor } = watched();
  state.moved = true;
  expect(await lookFor(600_000)).toBe(false);
});
