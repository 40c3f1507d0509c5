import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { createDemoData } from '@birlik/demo-data';
import { memberSuffix } from '@birlik/trust/personal-data';
import { readCountersignature, type VerifyingKey } from '@birlik/trust/log-head';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';

interface Line {
  readonly member: string;
  readonly head: string;
  readonly consistent: boolean;
  readonly countersignature: string;
  readonly witnessKey: VerifyingKey;
}
interface Proof {
  readonly head: string;
  readonly countersignatures: string[];
}
interface Proven {
  readonly me: { whoViewedMyData: { nodes: { category: string; proof: Proof | null }[] } };
}

const members = ['university', 'asan-school', 'union', 'alumni', 'creative', 'center'];
const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const commands = 'subgraphs/registry/dist/src/command';
let federation: TestStack;

beforeAll(async () => {
  // A bundle between two members' heads would give them different ones, and no two rounds the same number of them.
  const withoutBundles = { LOG_BUNDLE_SECONDS: '86400' };
  federation = await startTestStack({}, { registry: withoutBundles, university: { METRICS_PORT: '0' } });
});
afterAll(() => federation.close());

/** Someone reads someone, and the office’s system makes its round. */
async function readAndDispatch(): Promise<string> {
  await federation.ask('query ($id: ID!) { volunteer(id: $id) { name } }', {
    as: 'university-officer',
    purpose: 'recruitment',
    variables: { id: await federation.idFor('university-officer', createDemoData().person(0).id) },
  });
  const isProven = async () => {
    const proofs = await ownProofs();
    return proofs.length > 0 && !proofs.includes(null);
  };
  await expect.poll(isProven, { timeout: 20_000, interval: 500 }).toBe(true);
  const env = parseEnv(await readFile(federation.stack.folder.environment('dispatch'), 'utf8'));
  const { stdout, stderr } = spawnSync(process.execPath, [built(`${commands}/dispatch.command.js`)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env } as NodeJS.ProcessEnv,
  });
  return stdout + stderr;
}

/** The proofs of the person's rows, the newest first, without those of linkage, which wait for a bundle. */
async function ownProofs(): Promise<(Proof | null)[]> {
  const { data } = await federation.ask<Proven>(
    `{ me { whoViewedMyData(first: 100) { nodes { category proof { head countersignatures } } } } }`,
    { as: 'volunteer' },
  );
  const rows = data?.me.whoViewedMyData.nodes.filter(({ category }) => category !== 'IDENTITY');
  return rows?.map(({ proof }) => proof) ?? [];
}

async function linesOf(member: string): Promise<Line[]> {
  const { data } = await federation.ask<{ lines: string[] }>(`{ lines: logHeadsAt${memberSuffix(member)} }`);
  return (data?.lines ?? []).map((line) => JSON.parse(line) as Line);
}

/** Rewrites the whole log as its keeper could, unless a head is about to be signed, which would be of the former one. */
async function rewriteLog(): Promise<boolean> {
  const owner = new pg.Client({ connectionString: federation.stack.databases['registry']?.ownerUrl });
  await owner.connect();
  const tables = ['access_log', 'access_log_leaf', 'access_log_bundle', 'access_log_node', 'access_log_head'].concat(
    'access_log_countersignature',
  );
  try {
    await owner.query('begin');
    await owner.query(`select pg_advisory_xact_lock('access_log_leaf'::regclass::oid::integer, 0)`);
    const { rows } = await owner.query<{ signed: boolean }>(
      `select (select max(size) from access_log_head) = (select max(position) + 1 from access_log_node where level = 0) as signed`,
    );
    if (rows[0]?.signed !== true) return false;
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(`update access_log set operation = 'nothing'`);
    for (const table of tables.slice(1).toReversed()) await owner.query(`delete from ${table}`);
    // What waits for a bundle goes on waiting: a row has one place.
    await owner.query(
      `insert into access_log_pending (log_id)
       select id from access_log where id not in (select log_id from access_log_bundle_pending) on conflict do nothing`,
    );
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
    await owner.query('commit');
    return true;
  } finally {
    await owner.end();
  }
}

test('every member keeps and signs each head that goes on from the last, and the person gets what they signed', async () => {
  await readAndDispatch();
  await readAndDispatch();
  for (const member of members) {
    const lines = await linesOf(member);
    expect(lines.map(({ consistent }) => consistent)).toEqual([true, true]);
    for (const { countersignature, witnessKey } of lines) {
      expect(await readCountersignature(countersignature, witnessKey)).toMatchObject({ iss: member });
    }
  }
  const newest = await Promise.all(members.toSorted().map(async (member) => (await linesOf(member))[0]));
  const [proof] = await ownProofs();
  expect(proof).toEqual({
    head: newest[0]?.head,
    countersignatures: newest.map((line) => line?.countersignature),
  });
});

test('a log that the registry rewrites with its own keys is refused by every member, and their heads tell from where on', async () => {
  const folder = federation.stack.folder.dir;
  const { data } = await federation.ask<{ signingKeys: { publicKey: string }[] }>('{ signingKeys { publicKey } }');
  const keys = data?.signingKeys.map(({ publicKey }) => JSON.parse(publicKey) as object);
  await writeFile(join(folder, 'keys.json'), JSON.stringify({ keys }));
  const verify = async () => {
    const out = join(folder, 'log.jsonl');
    spawnSync(process.execPath, [built('infra/dist/log-export.js'), '--all', '--out', out, '--state-dir', folder]);
    const lines = (await Promise.all(members.map(linesOf))).flat().filter(({ consistent }) => consistent);
    const args = ['--in', out, '--keys', join(folder, 'keys.json'), '--heads', '-'];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    return spawnSync(process.execPath, [built(`${commands}/log-verify.command.js`), ...args], {
      encoding: 'utf8',
      input,
    });
  };
  expect(await verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('12 kept heads agree') as string });

  await expect.poll(rewriteLog, { timeout: 20_000 }).toBe(true);

  const told = await readAndDispatch();
  const log = await readFile(federation.stack.folder.log('university'), 'utf8');
  expect(log).toContain('"alarm":"log_head_contradicts","msg":"alarm"');
  const [, port] = /"port":(\d+),"msg":"metrics"/.exec(log) ?? [];
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('member_alarms_total{alarm="log_head_contradicts"} 1');
  for (const member of members) {
    // The new log may have fewer rows than the old one had.
    const agree = (await linesOf(member)).map(({ consistent }) => consistent);
    expect(agree.filter(Boolean)).toHaveLength(2);
    expect(agree.filter((one) => !one)).toHaveLength(1);
    expect(told).toContain(`"member":"${member}"`);
  }
  expect(await verify()).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(
      /^The log is broken: rewritten, .* From row 1 on, .* the head that \S+ has kept/,
    ) as string,
  });
});
