import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { readmeProofLines } from '@birlik/test/testkit/proof-lines';
import { createDemoData } from '@birlik/demo-data';
import type { ConfigOf } from '@birlik/trust/member';
import { isIncluded } from '@birlik/trust/merkle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { createStatementSigner } from '../../signing/statement.service.js';
import { hashOfLeaf, shownOf, type Leaf } from './log-leaf.rule.js';
import { signAccessLog } from './sign-access-log.service.js';

interface Proof {
  readonly index: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly head: string;
}
interface Entry {
  readonly category: string;
  readonly operation: string;
  readonly proof: Proof | null;
}
interface Keys {
  readonly signingKeys: readonly { readonly kid: string; readonly publicKey: string }[];
}
type OwnLog = { me: { whoViewedMyData: { nodes: Entry[] } } };

const demo = createDemoData();
const person = demo.person(0).id;
const officer = officerViewer(demo.organization('min-ecology').id);
const as = volunteerViewer(person);
let member: TestMember<ConfigOf<typeof subgraph>>;
let folder: string;
let lines: Awaited<ReturnType<typeof readmeProofLines>>;

const ownLog = async (first = 100) => {
  const { data } = await member.query<OwnLog>(
    `query Own($first: Int!) { me { whoViewedMyData(first: $first) { nodes { category operation proof { index bundle { slot path } leaf path head } } } } }`,
    { as, variables: { first } },
  );
  return data?.me.whoViewedMyData.nodes ?? [];
};

const leafIn = (proof: Proof | null | undefined) => JSON.parse(proof?.leaf ?? '{}') as Leaf;

function holds(proof: Proof): boolean {
  const { size, root } = JSON.parse(Buffer.from(proof.head.split('.')[1] ?? '', 'base64url').toString()) as {
    size: number;
    root: string;
  };
  const path = proof.path.map((hash) => Buffer.from(hash, 'hex'));
  const row = { index: proof.index, hash: hashOfLeaf(leafIn(proof)) };
  return isIncluded(row, { size, root: Buffer.from(root, 'hex') }, path);
}

/** Runs the lines of the README on what the graph gave. */
function verified(proof: Proof, keys: Keys['signingKeys']) {
  const [program, input] = [join(folder, 'verify.mjs'), join(folder, 'proof.json')];
  writeFileSync(program, lines.program);
  writeFileSync(input, JSON.stringify({ proof, keys }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, input], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'birlik-proof-'));
  lines = await readmeProofLines();
  member = await startMember(subgraph, { seed: true });
  const read = (index: number, purpose: string) =>
    member.entities([{ __typename: 'Volunteer', id: person }], '{ studyGrant name }', {
      as: officer,
      purpose,
      operation: `Read "Ə" ${index}`,
      operationId: newId(),
      reads: { elsewhere: { studyGrant: ['enrolments.status'], '': ['name'] } },
    });
  // It is refused, and logged.
  await read(0, 'a message about somebody else').catch(() => undefined);
  for (let index = 1; index < 30; index += 1) await read(index, 'recruitment');
  const orm = await openDatabase(database, {
    url: member.owner.options.connectionString ?? '',
    poolSize: 1,
    log: null,
  });
  await signAccessLog(orm.em.fork(), createStatementSigner(member.config.SIGNING_KEYS), null);
  await orm.close();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await member.close();
});

test('each entry that a person sees is proven by lines that the README shows, and by no more', async () => {
  const { data } = await member.query<OwnLog & Keys>(lines.document, { as });
  const { signingKeys: keys = [], me } = data ?? {};
  const [proof] = me?.whoViewedMyData.nodes.map((entry) => entry.proof) ?? [];
  if (!proof) throw new Error('There is a proof.');
  expect(verified(proof, keys)).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /operation: Read "Ə" 29\n[\s\S]*stands in the signed log of \d+ leaves\.\n$/,
    ) as string,
    stderr: '',
  });
  const [header, , signature] = proof.head.split('.');
  const payload = Buffer.from('{"size":60,"root":"00"}').toString('base64url');
  for (const changed of [
    { ...proof, leaf: proof.leaf.replace('Read', 'Seen') },
    { ...proof, index: proof.index + 1 },
    { ...proof, path: proof.path.toReversed() },
    { ...proof, path: proof.path.slice(1) },
    { ...proof, head: [header, payload, signature].join('.') },
  ]) {
    expect(verified(changed, keys)).toMatchObject({ status: 1, stdout: 'This is not proven.\n' });
  }
});

test('all entries are proven, with as many statements for one as for fifty', async () => {
  const entries = await ownLog();
  expect(entries).toHaveLength(60);
  expect(entries.filter(({ proof }) => proof && holds(proof))).toHaveLength(60);
  expect(new Set(entries.map(({ proof }) => proof?.index)).size).toBe(60);
  const statements = member.statements();
  await ownLog(2);
  expect(member.statements()).toBe(statements);
});

test('a proof shows what the entry shows, and nothing of who asked or of what others know it by', async () => {
  const entries = await ownLog();
  const shown = entries.map(({ proof }) => shownOf(leafIn(proof)));
  expect(shown[0]).toEqual({
    bySelf: false,
    category: expect.stringMatching(/^(study|contact)$/) as string,
    decidedAt: expect.any(String) as string,
    fields: expect.any(Array) as string[],
    operation: 'Read "Ə" 29',
    organization: officer.organizationId,
    purpose: 'recruitment',
    refusal: 'NO_CONSENT',
  });
  const unlisted = shown.filter(({ operation }) => operation === 'Read "Ə" 0');
  expect(unlisted.map(({ purpose }) => purpose)).toEqual([undefined, undefined]);
  const text = JSON.stringify(entries);
  expect([person, officer.sub, 'a message about somebody else'].filter((secret) => text.includes(secret))).toEqual([]);
});

test('an officer gets the proofs of their organisation’s rows, and the export the person’s', async () => {
  const organization = await member.query<{ organizationAccessLog: { nodes: { proof: Proof }[] } }>(
    `{ organizationAccessLog(first: 100) { nodes { proof { index bundle { slot path } leaf path head } } } }`,
    { as: officer },
  );
  const proofs = organization.data?.organizationAccessLog.nodes.map(({ proof }) => proof) ?? [];
  expect(proofs.filter(holds)).toHaveLength(60);
  expect(shownOf(leafIn(proofs[0]))).toMatchObject({ viewer: officer.sub, number: 60 });
  expect(JSON.stringify(proofs)).not.toContain(person);
  const { data } = await member.query<{ myDataExport: { accessLog: { nodes: Entry[] } } }>(
    `{ myDataExport { accessLog(first: 100) { nodes { operation category proof { index bundle { slot path } leaf path head } } } } }`,
    { as },
  );
  expect(data?.myDataExport.accessLog.nodes).toEqual(await ownLog());
});

test('an officer’s head says how many of the rows are their organisation’s', async () => {
  const headOf = async (viewer: typeof officer) => {
    const { data } = await member.query<{ organizationAccessLogHead: string }>('{ organizationAccessLogHead }', {
      as: viewer,
    });
    return JSON.parse(
      Buffer.from(data?.organizationAccessLogHead.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, unknown>;
  };
  const other = officerViewer(demo.organization('asan').id);
  const bundles = await member.owner.query('select from access_log_bundle');
  const size = 60 + bundles.rows.length;
  expect(await headOf(officer)).toMatchObject({ sub: officer.organizationId, size, rows: 60 });
  expect(await headOf(other)).toMatchObject({ sub: other.organizationId, size, rows: 0 });
});
