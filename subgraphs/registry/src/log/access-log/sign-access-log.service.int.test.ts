import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import type { ConfigOf } from '@birlik/trust/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { publicHalf } from '../../signing/signing-jwk.rule.js';
import { createStatementSigner } from '../../signing/statement.service.js';
import { signAccessLog } from './sign-access-log.service.js';
import { personsChain, type ExportLine } from './log-chain.rule.js';
import { exportedLines } from './log-export.service.js';
import { verifyLog } from './log-verification.rule.js';

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
    purpose: 'reporting',
    operation: 'Read "Ə"\n',
    operationId,
    reads: { elsewhere: { studyGrant: ['enrolments.status'], '': ['name'] } },
  });
}

const sign = () => signAccessLog(owner.em.fork(), createStatementSigner(member.config.SIGNING_KEYS));

async function exported(chain: string): Promise<object[]> {
  const lines: object[] = [];
  for await (const line of exportedLines(owner.em.fork(), chain)) lines.push(line);
  return lines;
}

function verdict(lines: readonly object[]) {
  const keys = member.config.SIGNING_KEYS.map((key) => ({
    publicKey: publicHalf(key),
    since: new Date(0),
    retiredAt: null,
  }));
  return verifyLog(
    lines.map((line) => JSON.stringify(line)),
    { keys, known: null },
  );
}

test('every row gets one place in the chain of its organisation, however many sign at once', async () => {
  await Promise.all([...readers, ...readers].map((viewer) => read(viewer)));
  await read(volunteerViewer(people[0] ?? ''));
  await Promise.all(Array.from({ length: 4 }, sign));
  await sign();
  const { rows } = await member.owner.query<{ chain: string; rows: number }>(
    `select coalesce(organization_id, $1) as chain, count(*)::int as rows from access_log group by 1`,
    [personsChain],
  );
  expect(rows.map((row) => row.chain).toSorted()).toEqual(
    [personsChain, ...readers.map((viewer) => viewer.organizationId ?? '')].toSorted(),
  );
  for (const { chain, rows: count } of rows) {
    const lines = await exported(chain);
    expect(await verdict(lines)).toMatchObject({ ok: true, chain, rows: count });
  }
});

test('a row that is chained later goes to the end, and the new end is signed', async () => {
  const [viewer] = readers;
  const chain = viewer?.organizationId ?? '';
  await sign();
  const before = await exported(chain);
  if (viewer) await read(viewer);
  await sign();
  const after = await exported(chain);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)).toHaveProperty('head');
  expect(await verdict(after)).toMatchObject({ ok: true });
});

test('the same outcome of one operation is chained once', async () => {
  const [viewer] = readers;
  if (!viewer) throw new Error('There are readers.');
  const operationId = newId();
  await read(viewer, operationId);
  await sign();
  await read(viewer, operationId);
  await sign();
  const lines = (await exported(viewer.organizationId ?? '')) as ExportLine[];
  const own = lines.filter((line) => 'record' in line && line.record['operationId'] === operationId);
  expect(own).toHaveLength(2 * people.length);
});

test('a row that its owner changes behind the log’s back no longer verifies, and is named', async () => {
  const [, viewer] = readers;
  if (!viewer) throw new Error('There are readers.');
  await read(viewer);
  await sign();
  const chain = viewer.organizationId ?? '';
  const { rows } = await member.owner.query<{ id: string; fields: string[] }>(
    `select log.id, log.fields from access_log_chain_row placed join access_log log on log.id = placed.log_id
      where placed.chain = $1 and placed.sequence = 5`,
    [chain],
  );
  const row = rows[0];
  const change = async (fields: readonly string[] | undefined): Promise<void> => {
    await member.owner.query('alter table access_log disable trigger access_log_append_only');
    await member.owner.query(`update access_log set fields = $2 where id = $1`, [row?.id, fields]);
    await member.owner.query('alter table access_log enable trigger access_log_append_only');
  };
  await expect(member.owner.query('update access_log_chain_row set sequence = 99')).rejects.toThrow('append-only');
  await change([]);
  expect(await verdict(await exported(chain))).toMatchObject({
    ok: false,
    broken: { fault: 'changed', sequence: 5, id: row?.id },
  });
  await change(row?.fields);
  expect(await verdict(await exported(chain))).toMatchObject({ ok: true });
});

test('the process’s role sees neither rows nor chains, and an officer the heads of their own organisation', async () => {
  for (const viewer of readers) await read(viewer);
  await sign();
  const app = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  try {
    for (const table of [
      'access_log',
      'access_log_pending',
      'access_log_chain',
      'access_log_chain_row',
      'access_log_head',
    ]) {
      expect(await app.em.fork().execute(`select * from ${table}`)).toEqual([]);
    }
    const em = app.em.fork();
    const [chain] = readers.map((viewer) => viewer.organizationId ?? '');
    em.setSessionContext({
      variables: { 'app.organization': chain ?? '', 'app.subject': readers[0]?.sub ?? '', 'app.roles': 'officer' },
    });
    const heads = await em.execute<{ chain: string }[]>('select distinct chain from access_log_head');
    expect(heads).toEqual([{ chain }]);
  } finally {
    await app.close();
  }
});
