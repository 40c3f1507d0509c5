import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { nodeHash } from '@birlik/trust/merkle';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { publicHalf } from '../../signing/signing-jwk.rule.js';
import { createStatementSigner } from '../../signing/statement.service.js';
import { signAccessLog } from './sign-access-log.service.js';
import type { ExportHeading, ExportLine } from './log-export.rule.js';
import { persons } from './log-head.rule.js';
import { shownOf } from './log-leaf.rule.js';
import { exportedLines } from './log-export.service.js';
import { verifyLog, type KeptHead } from './log-verification.rule.js';

type Orm = Awaited<ReturnType<typeof openDatabase>>;

const demo = createDemoData();
const people = Array.from({ length: 12 }, (_, index) => demo.person(index).id);
const readers = ['asan', 'idea', 'min-ecology'].map((key) => officerViewer(demo.organization(key).id));
let member: TestMember<ConfigOf<typeof subgraph>>;
let owner: Orm;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  const url = member.owner.options.connectionString ?? '';
  owner = await openDatabase(database, { url, poolSize: 4, log: null });
});
afterAll(async () => {
  await owner.close();
  await member.close();
});

/** Leaves a row for each of the people. */
async function read(viewer: Viewer, operationId = newId()): Promise<void> {
  const representations = people.map((id) => ({ __typename: 'Volunteer', id }));
  await member.entities(representations, '{ studyGrant name }', {
    as: viewer,
    purpose: 'recruitment',
    operation: 'Read "Ə"\n',
    operationId,
    reads: { elsewhere: { studyGrant: ['enrolments.status'], '': ['name'] } },
  });
}

const sign = () => signAccessLog(owner.em.fork(), createStatementSigner(member.config.SIGNING_KEYS), null);

async function exported(reader: string | null = null): Promise<(ExportHeading | ExportLine)[]> {
  const lines: (ExportHeading | ExportLine)[] = [];
  for await (const line of exportedLines(owner.em.fork(), { reader })) lines.push(line);
  return lines;
}

const rowsOf = (lines: readonly object[]) =>
  lines.filter((line) => 'row' in line) as Extract<ExportLine, { row: number }>[];
const shownIn = (lines: readonly object[]) => rowsOf(lines).flatMap(({ leaf }) => (leaf ? [shownOf(leaf)] : []));

function verdict(lines: readonly object[], kept: readonly KeptHead[] = []) {
  const keys = member.config.SIGNING_KEYS.map((key) => ({
    publicKey: publicHalf(key),
    since: new Date(0),
    retiredAt: null,
  }));
  return verifyLog(
    lines.map((line) => JSON.stringify(line)),
    { keys, kept },
  );
}

/** The heads that somebody has kept until now. */
async function keptHeads(): Promise<KeptHead[]> {
  const { rows } = await member.owner.query<{ size: string; root: string }>(
    `select size, encode(root, 'hex') as root from access_log_head order by size`,
  );
  return rows.map(({ size, root }) => ({ size: Number(size), root, label: 'the head that union kept' }));
}

/** Runs what the log's keeper can do with the tables' owner, and nobody should. */
async function behindTheTriggers(work: () => Promise<void>): Promise<void> {
  const tables = ['access_log', 'access_log_leaf', 'access_log_node', 'access_log_head'];
  for (const table of tables) await member.owner.query(`alter table ${table} disable trigger user`);
  await work();
  for (const table of tables) await member.owner.query(`alter table ${table} enable trigger user`);
}

test('every row gets one place in the tree and one number of its reader, however many sign at once', async () => {
  await Promise.all([...readers, ...readers].map((viewer) => read(viewer)));
  await read(volunteerViewer(people[0] ?? ''));
  await Promise.all(Array.from({ length: 4 }, sign));
  await sign();
  // What linkage left of the demo's submissions is in no leaf of its own.
  const { rows } = await member.owner.query<{ reader: string; rows: number }>(
    `select coalesce(organization_id, $1) as reader, count(*)::int as rows from access_log
      where operation <> 'submitSourceRecords' group by 1`,
    [persons],
  );
  expect(rows.map((row) => row.reader).toSorted()).toEqual(
    [persons, ...readers.map((viewer) => viewer.organizationId ?? '')].toSorted(),
  );
  const bundles = await member.owner.query('select from access_log_bundle');
  const all = rows.reduce((sum, row) => sum + row.rows, bundles.rows.length);
  for (const { reader, rows: shown } of rows) {
    expect(await verdict(await exported(reader))).toMatchObject({ ok: true, reader, rows: all, shown });
  }
  expect(await verdict(await exported())).toMatchObject({ ok: true, rows: all, shown: all - bundles.rows.length });
});

test('an export has no id of a person, and of another reader’s rows no more than a hash', async () => {
  const [first, second] = readers.map((viewer) => viewer.organizationId ?? '');
  const text = JSON.stringify(await exported(first));
  expect([first, second].map((reader) => text.includes(reader ?? ''))).toEqual([true, false]);
  const { rows } = await member.owner.query<{ id: string }>(
    `select id from access_log union select volunteer_id from access_log union select operation_id from access_log`,
  );
  const whole = JSON.stringify(await exported());
  expect(rows.length).toBeGreaterThan(people.length);
  expect(rows.filter(({ id }) => whole.includes(id))).toEqual([]);
});

test('a row that comes later goes to the end, and the new end is signed', async () => {
  await sign();
  const before = await exported();
  if (readers[0]) await read(readers[0]);
  await sign();
  const after = await exported();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)).toHaveProperty('head');
  expect(await verdict(after)).toMatchObject({ ok: true });
});

test('the same outcome of one operation has one row', async () => {
  const [viewer] = readers;
  if (!viewer) throw new Error('There are readers.');
  const operationId = newId();
  const count = async () => rowsOf(await exported()).length;
  await read(viewer, operationId);
  await sign();
  const before = await count();
  await read(viewer, operationId);
  await sign();
  expect(await count()).toBe(before);
});

test('the nodes of the tree are those of the definition, whatever the batches were', async () => {
  const { rows } = await member.owner.query<{ level: number; position: string; hash: string }>(
    `select level, position, encode(hash, 'hex') as hash from access_log_node order by level, position`,
  );
  const byPlace = new Map(rows.map(({ level, position, hash }) => [`${level}/${position}`, Buffer.from(hash, 'hex')]));
  const size = rows.filter(({ level }) => level === 0).length;
  const at = (level: number, position: number) => byPlace.get(`${level}/${position}`) ?? Buffer.alloc(0);
  let expected = 0;
  for (let level = 0; 2 ** level <= size; level += 1) {
    for (let position = 0; (position + 1) * 2 ** level <= size; position += 1) {
      expected += 1;
      if (level === 0) continue;
      const hash = nodeHash(at(level - 1, 2 * position), at(level - 1, 2 * position + 1));
      expect(at(level, position)).toEqual(hash);
    }
  }
  expect(rows).toHaveLength(expected);
});

test('a row that its owner changes behind the log’s back no longer verifies, and is named', async () => {
  await sign();
  const { rows } = await member.owner.query<{ id: string; fields: string[] }>(
    `select log.id, log.fields from access_log_leaf leaf join access_log log on log.id = leaf.log_id where leaf.index = 4`,
  );
  const row = rows[0];
  const change = (fields: readonly string[] | undefined) =>
    behindTheTriggers(async () => {
      await member.owner.query(`update access_log set fields = $2 where id = $1`, [row?.id, fields]);
    });
  await expect(member.owner.query('update access_log_leaf set number = 99')).rejects.toThrow('append-only');
  await expect(member.owner.query('delete from access_log_node')).rejects.toThrow('append-only');
  await change([]);
  expect(await verdict(await exported())).toMatchObject({ ok: false, broken: { fault: 'changed', row: 5 } });
  await change(row?.fields);
  expect(await verdict(await exported())).toMatchObject({ ok: true });
});

test('a whole log that its keeper rewrites and signs with the registry’s keys is found by a head that a member kept', async () => {
  await sign();
  const kept = await keptHeads();
  if (readers[1]) await read(readers[1]);
  await sign();
  await behindTheTriggers(async () => {
    const changed = kept[1]?.size ?? 0;
    await member.owner.query(
      `update access_log set viewer = 'nobody' where id = (select log_id from access_log_leaf where index = $1)`,
      [changed],
    );
    for (const table of ['access_log_head', 'access_log_node', 'access_log_leaf'])
      await member.owner.query(`delete from ${table}`);
    await member.owner.query('insert into access_log_pending (log_id) select id from access_log');
    await sign();
  });
  const rewritten = await exported();
  expect(await verdict(rewritten)).toMatchObject({ ok: true });
  const found = await verdict(rewritten, kept);
  expect(found).toMatchObject({ ok: false, broken: { fault: 'rewritten' } });
  expect(shownIn(rewritten).some(({ viewer }) => viewer === 'nobody')).toBe(true);
  expect(JSON.stringify(found)).toMatch(/From row \d+ on, at the latest from row \d+ on, .* the head that union kept/);
});

test('the process’s role sees no row of the log, and an officer the places of their own organisation’s rows', async () => {
  for (const viewer of readers) await read(viewer);
  await sign();
  const app = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  try {
    for (const table of ['access_log', 'access_log_pending', 'access_log_leaf']) {
      expect(await app.em.fork().execute(`select * from ${table}`)).toEqual([]);
    }
    const em = app.em.fork();
    const [reader] = readers.map((viewer) => viewer.organizationId ?? '');
    em.setSessionContext({
      variables: {
        'app.organization': reader ?? '',
        'app.issuer': readers[0]?.issuer ?? '',
        'app.subject': readers[0]?.sub ?? '',
        'app.roles': 'officer',
      },
    });
    const leaves = await em.execute<{ reader: string }[]>('select distinct reader from access_log_leaf');
    expect(leaves).toEqual([{ reader }]);
  } finally {
    await app.close();
  }
});
