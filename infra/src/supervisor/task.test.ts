import { describe, expect, it } from 'vitest';

import { eachOf } from './task.js';

const never = new AbortController().signal;

describe('eachOf', () => {
  it('works on every item, and on no more than the limit at a time', async () => {
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    await eachOf([1, 2, 3, 4, 5], {
      limit: 2,
      signal: never,
      work: async (item) => {
        most = Math.max(most, (running += 1));
        await new Promise(setImmediate);
        seen.push(item);
        running -= 1;
      },
    });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('throws the first failure after the others were told to stop, and begins nothing more', async () => {
    const begun: string[] = [];
    let stopped = false;
    const failing = eachOf(['fails', 'runs', 'waits'], {
      limit: 2,
      signal: never,
      work: async (item, signal) => {
        begun.push(item);
        if (item === 'fails') throw new Error('the first failure');
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        stopped = true;
        throw new Error('a consequence');
      },
    });
    await expect(failing).rejects.toThrow('the first failure');
    expect({ begun, stopped }).toEqual({ begun: ['fails', 'runs'], stopped: true });
  });

  it('throws the reason when it is aborted from outside', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(eachOf([1], { limit: 1, signal: controller.signal, work: async () => undefined })).rejects.toThrow(
      'enough',
    );
  });
});
