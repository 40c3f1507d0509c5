import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { stackProcess, lockStack } from './stack-lock.js';
import { StateFolder } from './state-folder.js';

describe('lockStack', () => {
  let folder: StateFolder;

  beforeEach(() => {
    folder = new StateFolder(mkdtempSync(join(tmpdir(), 'birlik-lock-')));
  });

  afterEach(() => {
    rmSync(folder.dir, { recursive: true, force: true });
  });

  it('refuses a second holder, naming the process and address of the first', async () => {
    const first = await lockStack(folder, 'http://127.0.0.1:4000');
    await expect(lockStack(folder, 'http://127.0.0.1:5000')).rejects.toThrow(
      `Birlik is already running (process ${process.pid}, http://127.0.0.1:4000).`,
    );
    expect(stackProcess(folder)).toEqual({ pid: process.pid, address: 'http://127.0.0.1:4000' });
    first.release();
    expect(stackProcess(folder)).toBeNull();
    (await lockStack(folder, 'http://127.0.0.1:5000')).release();
    expect(readdirSync(folder.dir)).toEqual([]);
  });

  it('waits for a stack that is stopping', async () => {
    const first = await lockStack(folder, 'http://127.0.0.1:4000');
    first.announceRelease();
    const order: string[] = [];
    const second = lockStack(folder, 'http://127.0.0.1:5000').then((lock) => {
      order.push('taken');
      return lock;
    });
    await new Promise(setImmediate);
    order.push('released');
    first.release();
    (await second).release();
    expect(order).toEqual(['released', 'taken']);
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, identity: '1', address: 'x' })],
    [
      'whose process id another process has got',
      JSON.stringify({ pid: process.pid, identity: 'earlier', address: 'x' }),
    ],
    ['that was half-written', '{"pid":'],
  ])('takes over a lock %s', async (_case, content) => {
    writeFileSync(folder.lock, content);
    expect(stackProcess(folder)).toBeNull();
    const lock = await lockStack(folder, 'http://127.0.0.1:4000');
    expect(stackProcess(folder)?.pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(folder.dir)).toEqual([]);
  });
});
