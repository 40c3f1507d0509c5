import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData, random } from '@birlik/demo-data';
import { openDatabase } from '@birlik/kernel/database';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { readmeProofLines } from '@birlik/test/testkit/proof-lines';
import type { ConfigOf } from '@birlik/trust/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveSubmitted } from '../../../testing/submitted-records.js';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { publicHalf } from '../../signing/signing-jwk.rule.js';
import { createStatementSigner } from '../../signing/statement.service.js';
import { exportedLines } from './log-export.service.js';
import type { ExportHeading, ExportLine } from './log-export.rule.js';
import { shownOf, type Leaf } from './log-leaf.rule.js';
import { verifyLog } from './log-verification.rule.js';
import { signAccessLog } from './sign-access-log.service.js';

/** So many guesses that are right, and as many that are wrong. */
const tries = 60;
/** After so many of them the organisation looks at the log. */
const looks = 6;
const aDay = 86_400;
const demo = createDemoData();
const target = demo.person(11);
const guesser = officerViewer(demo.organization('assoc-italy').id);
const office = demo.organization('registry-office').id;
const chance = random('size of the log');
let member: TestMember<ConfigOf<typeof subgraph>>;
let owner: Awaited<ReturnType<typeof openDatabase>>;

interface Proof {
  readonly index: number;
  readonly bundle: { readonly slot: number; readonly path: readonly string[] } | null;
  readonly leaf: string;
}
interface Entry {
  readonly basis: string | null;
  readonly proof: Proof | null;
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  owner = await openDatabase(database, { url: member.owner.options.connectionString ?? '', poolSize: 1, log: null });
  await sign(aDay);
});
afterAll(async () => {
  await owner.close();
  await member.close();
});

function sign(bundleSeconds: number): Promise<void> {
  return signAccessLog(owner.em.fork(), createStatementSigner(member.config.SIGNING_KEYS), bundleSeconds);
}

/** Waits until a bundle is due, and makes it. */
async function bundle(): Promise<void> {
  const count = async () => {
    const { rows } = await member.owner.query<{ bundles: number }>(
      'select count(*)::int as bundles from access_log_bundle',
    );
    return rows[0]?.bundles ?? 0;
  };
  const before = await count();
  await expect
    .poll(async () => {
      await sign(1);
      return count();
    })
    .toBe(before + 1);
}

/** Submits a record for each of these days, each under a local key of its own. */
const submit = (keys: string, birthDates: readonly string[]) =>
  member.query(`mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }`, {
    as: guesser,
    purpose: 'placement',
    variables: {
      records: birthDates.map((birthDate, at) => ({
        localKey: `${keys}-${at}`,
        birthDate,
        givenName: target.givenName,
        familyName: target.familyName,
      })),
    },
  });

/** What an organisation sees of the log: how long it is, and where a row stands that it has just brought about. */
async function seen(): Promise<{ readonly size: number; readonly index: number }> {
  await member.entities([{ __typename: 'Volunteer', id: demo.person(40).id }], '{ studyGrant }', {
    as: guesser,
    purpose: 'recruitment',
  });
  await sign(aDay);
  const { data } = await member.query<{
    organizationAccessLogHead: string;
    organizationAccessLog: { nodes: { proof: { index: number } }[] };
  }>(`{ organizationAccessLogHead organizationAccessLog(first: 1) { nodes { proof { index } } } }`, { as: guesser });
  const payload = Buffer.from(data?.organizationAccessLogHead.split('.')[1] ?? '', 'base64url').toString();
  const { size } = JSON.parse(payload) as { size: number };
  return { size, index: data?.organizationAccessLog.nodes[0]?.proof.index ?? -1 };
}

/** How the log grows under guesses, counted from its size before. */
async function growth(birthDate: () => string): Promise<readonly (readonly [size: number, index: number])[]> {
  const before = await seen();
  const grown: (readonly [number, number])[] = [];
  for (let look = 0; look < tries / looks; look += 1) {
    await submit(`size-${before.size}-${look}`, Array.from({ length: looks }, birthDate));
    await resolveSubmitted(member);
    const now = await seen();
    grown.push([now.size - before.size, now.index - before.size]);
  }
  await bundle();
  const after = await seen();
  return [...grown, [after.size - before.size, after.index - before.size]];
}

async function ownLog(): Promise<readonly Entry[]> {
  const { data } = await member.query<{ me: { whoViewedMyData: { nodes: Entry[] } } }>(
    `{ me { whoViewedMyData(first: 100) { nodes { basis proof { index bundle { slot path } leaf } } } } }`,
    { as: volunteerViewer(target.id) },
  );
  return data?.me.whoViewedMyData.nodes ?? [];
}

type Line = ExportHeading | ExportLine;

async function exported(reader: string | null): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of exportedLines(owner.em.fork(), { reader })) lines.push(line);
  return lines;
}

function verdict(lines: readonly Line[]) {
  const keys = member.config.SIGNING_KEYS.map((key) => ({
    publicKey: publicHalf(key),
    since: new Date(0),
    retiredAt: null,
  }));
  return verifyLog(
    lines.map((line) => JSON.stringify(line)),
    { keys, kept: [] },
  );
}

test('the log grows alike under right and wrong guesses, and the person sees that they were made', async () => {
  const right = await growth(() => target.birthDate);
  const wrong = await growth(() => `${chance.int(1950, 2004)}-0${chance.int(1, 9)}-1${chance.int(0, 9)}`);
  expect(right).toEqual(wrong);
  const own = Array.from({ length: tries / looks }, (_, at): [number, number] => [at + 1, at]);
  expect(right).toEqual([...own, [own.length + 2, own.length + 1]]);
  const { rows } = await member.owner.query<{ seen: number }>(
    `select count(distinct reference_id)::int as seen from access_log where volunteer_id = $1 and category = 'identity'`,
    [target.id],
  );
  expect(rows).toEqual([{ seen: 2 * tries }]);
});

test('a row of linkage is proven by its place in a bundle, by lines that the README shows', async () => {
  const entries = (await ownLog()).filter(({ proof }) => proof?.bundle);
  expect(entries.length).toBeGreaterThan(50);
  for (const { proof } of entries) expect(proof?.bundle?.path).toHaveLength(10);
  const lines = await readmeProofLines();
  const { data } = await member.query<{
    me: { whoViewedMyData: { nodes: { proof: Proof }[] } };
    signingKeys: object[];
  }>(lines.document, { as: volunteerViewer(target.id) });
  const proof = data?.me.whoViewedMyData.nodes.find((entry) => entry.proof.bundle)?.proof;
  if (!proof?.bundle) throw new Error('There is a proof.');
  const folder = mkdtempSync(join(tmpdir(), 'birlik-bundle-'));
  try {
    const [program, input] = [join(folder, 'verify.mjs'), join(folder, 'proof.json')];
    writeFileSync(program, lines.program);
    const run = (changed: Proof) => {
      writeFileSync(input, JSON.stringify({ proof: changed, keys: data?.signingKeys }));
      return spawnSync(process.execPath, [program, input], { encoding: 'utf8' });
    };
    expect(run(proof)).toMatchObject({ status: 0, stderr: '' });
    const { slot, path } = proof.bundle;
    for (const changed of [
      { ...proof, bundle: null },
      { ...proof, bundle: { slot: (slot + 1) % 1024, path } },
      { ...proof, bundle: { slot, path: path.slice(1) } },
      { ...proof, leaf: proof.leaf.replace('submitSourceRecords', 'nothing') },
    ]) {
      expect(run(changed)).toMatchObject({ status: 1, stdout: 'This is not proven.\n' });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an export shows the rows of a bundle to the office, to others one hash, and tells a row that is left out', async () => {
  const bundleOf = (line: Line) => ('row' in line ? line.bundle : undefined);
  const others = await exported(guesser.organizationId ?? '');
  expect(others.some(bundleOf)).toBe(false);
  expect(await verdict(others)).toMatchObject({ ok: true });
  const whole = await exported(null);
  const offices = await exported(office);
  const all = await verdict(whole);
  expect(all).toMatchObject({ ok: true });
  expect(await verdict(offices)).toMatchObject({
    ok: true,
    shown: offices.flatMap((line) => bundleOf(line) ?? []).length,
  });
  const leaves = whole.flatMap((line) => bundleOf(line) ?? []).map(({ leaf }) => shownOf(leaf));
  expect(leaves.length).toBeGreaterThan(2 * tries - 1);
  expect(new Set(leaves.map(({ organization }) => organization))).toEqual(new Set([office]));

  const at = whole.findIndex(bundleOf);
  const line = whole[at] as Extract<ExportLine, { row: number }>;
  const [first, ...rest] = line.bundle ?? [];
  if (!first) throw new Error('The bundle shows a row.');
  const left = whole.with(at, { ...line, bundle: rest });
  expect(await verdict(left)).toMatchObject({ ok: false, broken: { fault: 'missing', row: line.row } });
  const changed: Leaf = { ...first.leaf, viewer: '0'.repeat(64) };
  for (const other of [
    { ...first, leaf: changed },
    { ...first, slot: (first.slot + 1) % 1024 },
  ]) {
    const broken = await verdict(whole.with(at, { ...line, bundle: [other, ...rest] }));
    expect(broken).toMatchObject({ ok: false, broken: { fault: 'changed', row: line.row } });
  }
});
