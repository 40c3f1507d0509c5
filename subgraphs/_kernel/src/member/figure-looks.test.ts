import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineFigure } from '../figure/figure.js';
import { createLog } from '../log/log.js';
import { FigureLooks } from './figure-looks.js';

const figures = [defineFigure('one', {}), defineFigure('other', {})];
const log = createLog('test', 'silent');
const tenMinutes = 10 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('looks at every figure at the start and every ten minutes, until it is stopped', async () => {
  const looked: string[] = [];
  const looks = new FigureLooks({ figures, log, look: async ({ name }) => void looked.push(name) });
  await looks.start();
  expect(looked).toEqual(['one', 'other']);
  await vi.advanceTimersByTimeAsync(tenMinutes);
  expect(looked).toEqual(['one', 'other', 'one', 'other']);
  await looks.stop();
  await vi.advanceTimersByTimeAsync(5 * tenMinutes);
  expect(looked).toHaveLength(4);
});

test('a look that fails stops neither the start nor the other looks', async () => {
  const looked: string[] = [];
  const look = async ({ name }: { name: string }) => {
    looked.push(name);
    if (name === 'one') throw new Error('The database is away.');
  };
  const looks = new FigureLooks({ figures, log, look });
  await looks.start();
  await vi.advanceTimersByTimeAsync(tenMinutes);
  expect(looked).toEqual(['one', 'other', 'one', 'other']);
  await looks.stop();
});

test('a look that takes long is waited for by the next one and by the stop', async () => {
  const ends: (() => void)[] = [];
  const looks = new FigureLooks({
    figures: figures.slice(0, 1),
    log,
    look: () => new Promise<void>((resolve) => void ends.push(resolve)),
  });
  void looks.start();
  await vi.advanceTimersByTimeAsync(tenMinutes);
  expect(ends).toHaveLength(1);
  let stopped = false;
  const stop = looks.stop().then(() => (stopped = true));
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  ends[1]?.();
  await stop;
  expect(stopped).toBe(true);
});
