import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OperatorError } from '../operator-error.js';
import { isProcessAlive, processGone } from '../process-alive.js';
import { startPostgres } from './postgres.js';
import { withClient } from './with-client.js';

describe('startPostgres', { timeout: 60_000 }, () => {
  let dir: string;
  const password = 'a password with / and @';

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'birlik-postgres-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it('keeps the data from one start to the next and leaves no process behind', async () => {
    const first = await startPostgres({ dir, password });
    await withClient(first.superuserUrl, (client) => client.query('create table kept as select 42 as answer'));
    await first.stop();
    expect(isProcessAlive(first.pid)).toBe(false);
    expect(first.origin).toBe('created');

    const second = await startPostgres({ dir, password, port: first.port });
    const { rows } = await withClient(second.superuserUrl, (client) => client.query('select answer from kept'));
    await second.stop();
    expect(rows).toEqual([{ answer: 42 }]);
    expect(second).toMatchObject({ origin: 'existing', port: first.port, stoppedOrphan: false });
  });

  it('stops the server that a killed owner left running, and keeps its data', async () => {
    const killed = await startPostgres({ dir, password });
    await withClient(killed.superuserUrl, (client) => client.query('create table kept as select 42 as answer'));
    process.kill(killed.guardPid, 'SIGKILL');
    await killed.exited;
    expect(isProcessAlive(killed.pid)).toBe(true);

    const next = await startPostgres({ dir, password });
    const { rows } = await withClient(next.superuserUrl, (client) => client.query('select answer from kept'));
    await next.stop();
    expect(next.stoppedOrphan).toBe(true);
    expect(rows).toEqual([{ answer: 42 }]);
    expect(isProcessAlive(killed.pid)).toBe(false);
  });

  it('ends by itself when its owner is killed', async () => {
    const script = `
      const { startPostgres } = await import(${JSON.stringify(new URL('../../dist/postgres/postgres.js', import.meta.url).href)});
      const { pid } = await startPostgres({ dir: ${JSON.stringify(dir)}, disposable: true });
      process.stdout.write(String(pid), () => process.kill(process.pid, 'SIGKILL'));`;
    let output = '';
    try {
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(Number(output)).toBeGreaterThan(1);
    expect(await processGone(Number(output), 20_000)).toBe(true);
  });

  it('starts when the pid in the lock file belongs to somebody else by now', async () => {
    const first = await startPostgres({ dir, password });
    await first.stop();
    writeFileSync(join(first.folder, 'data', 'postmaster.pid'), `${process.pid}\n${dir}\n1\n5432\n\n127.0.0.1\n`);
    const second = await startPostgres({ dir, password });
    await second.stop();
    expect(second).toMatchObject({ origin: 'existing', stoppedOrphan: false });
  });

  it('makes the data folder again when the first start was interrupted', async () => {
    mkdirSync(join(dir, 'data.partial', 'base'), { recursive: true });
    writeFileSync(join(dir, 'data.partial', 'PG_VERSION'), '18\n');
    const postgres = await startPostgres({ dir, password });
    await postgres.stop();
    expect(postgres.origin).toBe('recreated');
    expect(readdirSync(dir)).toEqual(['data']);
  });

  it('refuses a damaged data folder and names the cure', async () => {
    const first = await startPostgres({ dir, password });
    await first.stop();
    rmSync(join(dir, 'data', 'global', 'pg_control'));
    await expect(startPostgres({ dir, password })).rejects.toMatchObject({
      message: expect.stringContaining('pg_control is missing'),
      cure: expect.stringContaining('--fresh'),
    });
    const fresh = await startPostgres({ dir, password, fresh: true });
    await fresh.stop();
    expect(fresh.origin).toBe('created');
  });

  it('refuses a password that the data folder was not made with, and stops the server again', async () => {
    const first = await startPostgres({ dir, password });
    await first.stop();
    await expect(startPostgres({ dir, password: 'another' })).rejects.toBeInstanceOf(OperatorError);
    const again = await startPostgres({ dir, password });
    await again.stop();
    expect(again.stoppedOrphan).toBe(false);
  });

  it('removes everything when it was disposable', async () => {
    const postgres = await startPostgres({ dir, disposable: true });
    await postgres.stop();
    await postgres.stop();
    expect(existsSync(dir)).toBe(false);
  });
});
