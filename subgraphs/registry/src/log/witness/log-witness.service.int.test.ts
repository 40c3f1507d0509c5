import { randomBytes } from 'node:crypto';
import { createDemoData } from '@birlik/demo-data';
import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import {
  createWitness,
  readDelivery,
  readSignedHead,
  type Countersignature,
  type SignedHead,
  type Witness,
} from '@birlik/trust/log-head';
import type { ConfigOf } from '@birlik/trust/member';
import { isConsistent } from '@birlik/trust/merkle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';
import { createStatementSigner } from '../../signing/statement.service.js';
import { signAccessLog } from '../access-log/sign-access-log.service.js';

const demo = createDemoData();
const person = volunteerViewer(demo.person(0).id);
const reader = officerViewer(demo.organization('asan').id);
const system: Viewer = {
  ...officerViewer(demo.organization('registry-office').id, ['system']),
  sub: 'dispatcher',
  client: 'dispatcher',
};
const key = randomBytes(32);
const witness = createWitness(randomBytes(32).toString('base64url'));
let member: TestMember<ConfigOf<typeof subgraph>>;
let owner: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
  const url = member.owner.options.connectionString ?? '';
  owner = await openDatabase(database, { url, poolSize: 1, log: null });
});
afterAll(async () => {
  await owner.close();
  await member.close();
});

/** Lets the log grow by rows, and has it signed. */
async function grow(rows: number): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    await member.entities([{ __typename: 'Volunteer', id: person.volunteerId }], '{ studyGrant }', {
      as: reader,
      purpose: 'recruitment',
      operationId: newId(),
    });
  }
  await signAccessLog(owner.em.fork(), createStatementSigner(member.config.SIGNING_KEYS), null);
}

async function handedTo(name: string, after: number, as: Viewer | null = system) {
  const answer = await member.query<{ logHeadDelivery: string | null }>(
    'query ($member: String!, $after: Int!) { logHeadDelivery(member: $member, after: $after) }',
    { as, variables: { member: name, after }, language: 'en' },
  );
  return { token: answer.data?.logHeadDelivery ?? null, code: answer.errors?.[0]?.extensions.code };
}

/** The newest head as the university gets it, which has one already; null when there is none that is newer. */
async function newest(last: SignedHead | null): Promise<{ head: SignedHead; goesOn: boolean } | null> {
  const { token } = await handedTo('university', last?.size ?? 0);
  if (token === null) return null;
  const handed = await readDelivery(token, { member: 'university', key });
  const head = handed && (await readSignedHead(handed.head, handed.publicKey));
  if (!head) throw new Error('The delivery is from the registry.');
  const [before, after] = [last, head].map((one) => one && { size: one.size, root: Buffer.from(one.root, 'hex') });
  const goesOn =
    before && after
      ? isConsistent(
          before,
          after,
          handed.proof.map((hash) => Buffer.from(hash, 'hex')),
        )
      : true;
  return { head, goesOn };
}

const record = async (countersignature: string, { as = system, name = 'university', by = witness } = {}) => {
  const answer = await member.query<{ recordCountersignature: boolean | null }>(
    'mutation ($input: RecordCountersignatureInput!) { recordCountersignature(input: $input) }',
    { as, variables: { input: { member: name, countersignature, witnessKey: JSON.stringify(by.publicKey) } } },
  );
  return answer.errors?.[0]?.extensions.code ?? answer.data?.recordCountersignature;
};

const signed = (claims: Partial<Countersignature>, head: SignedHead, by: Witness = witness) =>
  by.countersign({ iss: 'university', size: head.size, root: head.root, ...claims });

/** Who is recorded to have signed a head. */
async function signers({ size }: SignedHead): Promise<string[]> {
  const { rows } = await member.owner.query<{ member: string; statement: string }>(
    'select member, statement from access_log_countersignature where size = $1',
    [size],
  );
  return rows.map((row) => `${row.member}: ${row.statement}`);
}

async function newHead(): Promise<SignedHead> {
  await grow(1);
  const found = await newest(null);
  if (!found) throw new Error('The log has a head.');
  return found.head;
}

test('a member that was down is handed the newest head alone, which goes on from the one that it has', async () => {
  const first = await newHead();
  await grow(1);
  await grow(5);
  await grow(2);
  const back = await newest(first);
  expect(back).toMatchObject({ head: { size: first.size + 8 }, goesOn: true });
  expect(await newest(back?.head ?? null)).toBeNull();
  const elsewhere = await newest({ ...first, root: 'f'.repeat(64) });
  expect(elsewhere?.goesOn).toBe(false);
});

test('a head is for the one member that it names, which must be one', async () => {
  const { size } = await newHead();
  const { token } = await handedTo('university', 0);
  expect(await readDelivery(token ?? '', { member: 'union', key })).toBeNull();
  expect(await readDelivery(token ?? '', { member: 'university', key: randomBytes(32) })).toBeNull();
  expect(await handedTo('nobody', 0)).toEqual({ token: null, code: 'NOT_FOUND' });
  expect(await handedTo('constructor', 0)).toEqual({ token: null, code: 'NOT_FOUND' });
  // A member that has more rows than the log is told so by the head: it keeps that as evidence.
  expect((await handedTo('university', size + 100)).token).not.toBeNull();
});

test('what a member signed is recorded once, and stands in each proof under the head', async () => {
  const head = await newHead();
  const countersignature = await signed({}, head);
  expect([await record(countersignature), await record(countersignature)]).toEqual([true, false]);
  const { data } = await member.query<{ me: { whoViewedMyData: { nodes: { proof: object }[] } } }>(
    '{ me { whoViewedMyData(first: 1) { nodes { proof { countersignatures } } } } }',
    { as: person },
  );
  expect(data?.me.whoViewedMyData.nodes).toEqual([{ proof: { countersignatures: [countersignature] } }]);
});

test('heads of other trees, words of other members and signatures by other keys are recorded for nobody', async () => {
  const head = await newHead();
  const other = createWitness(randomBytes(32).toString('base64url'));
  const countersignature = await signed({}, head);
  const [header = '', payload = '', signature = ''] = countersignature.split('.');
  const longer = Buffer.from(JSON.stringify({ iss: 'university', size: head.size + 1, root: head.root }));
  const refused = [
    record(await signed({ root: 'f'.repeat(64) }, head)),
    record(await signed({ size: head.size + 1 }, head)),
    record(await signed({ iss: 'union' }, head)),
    record(countersignature, { name: 'union' }),
    record(countersignature, { by: other }),
    record(await signed({}, head, other)),
    record([header, longer.toString('base64url'), signature].join('.')),
    record([header, payload, 'AAAA'].join('.')),
    record('nothing'),
    record(countersignature, { by: { ...witness, publicKey: { ...witness.publicKey, x: 'no key' } } }),
  ];
  expect(new Set(await Promise.all(refused))).toEqual(new Set(['BAD_USER_INPUT']));
  expect(await record(countersignature, { name: 'nobody' })).toBe('NOT_FOUND');
  expect(await signers(head)).toEqual([]);
});

test('nobody but the office’s system takes heads for members, or records what they sign', async () => {
  const head = await newHead();
  const countersignature = await signed({}, head);
  const others: Viewer[] = [
    officerViewer(demo.organization('registry-office').id, ['officer', 'admin']),
    { ...system, organizationId: demo.organization('uvoa').id },
    person,
  ];
  for (const as of others) {
    expect(await handedTo('university', 0, as)).toEqual({ token: null, code: 'FORBIDDEN' });
    expect(await record(countersignature, { as })).toBe('FORBIDDEN');
  }
  expect((await handedTo('university', 0, null)).code).toBe('UNAUTHENTICATED');
  expect(await signers(head)).toEqual([]);
});

test('what was recorded is never changed or taken away by the process', async () => {
  const head = await newHead();
  const countersignature = await signed({}, head);
  await record(countersignature);
  const process = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  const em = process.em.fork();
  const tries = [`update access_log_countersignature set statement = 'x'`, 'delete from access_log_countersignature'];
  await Promise.allSettled(tries.map((statement) => em.fork().execute(statement)));
  await process.close();
  expect(await signers(head)).toEqual([`university: ${countersignature}`]);
});
