import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemoData } from '@birlik/demo-data';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const root = resolve(import.meta.dirname, '..', '..', '..');
const dispatcher = join(root, 'subgraphs', 'registry', 'dist', 'src', 'command', 'dispatch.command.js');
const megabyte = 1024 * 1024;
const person = createDemoData().person(0).id;
const pictureHead = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154',
  'hex',
);
const picture = (length: number) => Buffer.concat([pictureHead, randomBytes(length - pictureHead.length)]);

let federation: TestStack;
beforeAll(async () => {
  federation = await startTestStack(
    {},
    { registry: { ERASURE_DELAY_SECONDS: '0' }, creative: { FILE_LINK_SECONDS: '10' } },
  );
});
afterAll(() => federation.close());

interface Link {
  readonly path: string;
  readonly expiresAt: string;
}

const recordFields =
  'creativeRecord { applications { id } workSamples { id name state bytes sha256 link { path expiresAt } } }';

interface CreativeRecord {
  readonly applications: readonly { id: string }[];
  readonly workSamples: readonly { name: string; state: string; bytes: number; sha256: string; link: Link | null }[];
}

async function ownRecord(as = 'volunteer'): Promise<CreativeRecord> {
  const { data } = await federation.ask<{ me: { creativeRecord: CreativeRecord } }>(`{ me { ${recordFields} } }`, {
    as,
  });
  if (!data) throw new Error('There is no record.');
  return data.me.creativeRecord;
}

async function announce(bytes: number, name = 'iş.png'): Promise<Link> {
  const [application] = (await ownRecord()).applications;
  const { data, errors } = await federation.ask<{ done: { link: Link } }>(
    `mutation ($input: AnnounceWorkSampleInput!) { done: announceWorkSample(input: $input) {
      ... on WorkSampleUpload { link { path expiresAt } } ... on Problem { code }
    } }`,
    { as: 'volunteer', variables: { input: { applicationId: application?.id, name, mediaType: 'image/png', bytes } } },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.done.link;
}

const addressOf = ({ path }: Pick<Link, 'path'>) => new URL(path, federation.stack.gatewayUrl).href;

async function put(link: Link, bytes: Buffer | AsyncIterable<Buffer>) {
  const body = Buffer.isBuffer(bytes) ? bytes : ReadableStream.from(bytes);
  const answer = await fetch(addressOf(link), { method: 'PUT', body, duplex: 'half' });
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}

async function get(link: Pick<Link, 'path'> | null | undefined) {
  const answer = await fetch(addressOf(link ?? { path: '/files/creative/none' }));
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const folder = () => join(federation.stack.folder.files, 'creative');
const inStore = () => readdir(folder()).catch(() => []);

/** The most memory that a process has had, in MB; 0 where the system does not say. */
async function mostMemory(name: string): Promise<number> {
  const status = await readFile(`/proc/${federation.stack.pid(name)}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

/** The record as somebody sees it for a purpose whom the person gave no consent. */
async function recordFor(as: string): Promise<CreativeRecord | null> {
  const { data } = await federation.ask<{ volunteer: { creativeRecord: CreativeRecord | null } | null }>(
    `query Samples($id: ID!) { volunteer(id: $id) { ${recordFields} } }`,
    { as, purpose: 'recruitment', variables: { id: await federation.idFor(as, person) } },
  );
  return data?.volunteer?.creativeRecord ?? null;
}

/** One round of the process `dispatch`, as an operator runs it. */
async function dispatchOrders(): Promise<void> {
  const env = parseEnv(await readFile(federation.stack.folder.environment('dispatch'), 'utf8'));
  await promisify(execFile)(process.execPath, [dispatcher], { env: { PATH: process.env['PATH'], ...env } });
}

test('a file of 20 MB is stored and fetched by a link that ends, with little memory on its way', async () => {
  const bytes = picture(20 * megabyte);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const passing = ['gateway', 'creative'];
  const before = await Promise.all(passing.map(mostMemory));
  expect(await put(await announce(bytes.length), bytes)).toEqual({
    status: 201,
    said: { state: 'STORED', bytes: bytes.length, sha256 },
  });
  const [sample] = (await ownRecord()).workSamples;
  expect(sample).toMatchObject({ name: 'iş.png', state: 'STORED', bytes: bytes.length, sha256 });
  const found = await get(sample?.link);
  expect([found.status, found.bytes.equals(bytes)]).toEqual([200, true]);
  expect(found.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "attachment; filename*=UTF-8''i%C5%9F.png",
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  for (const [index, name] of passing.entries()) {
    const more = (await mostMemory(name)) - (before[index] ?? 0);
    expect(more, name).toBeLessThan(150);
  }
  const path = sample?.link?.path ?? '';
  const altered = `${path.slice(0, -8)}${path.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
  expect((await get({ path: altered })).status).toBe(403);
  expect((await get({ path: path.replace('/creative/', '/union/') })).status).toBe(404);
  await expect.poll(async () => (await get(sample?.link)).status, { timeout: 15_000, interval: 500 }).toBe(403);
  expect((await get((await ownRecord()).workSamples[0]?.link)).status).toBe(200);
});

test('a link is given to whom a grant lets see the file, to nobody else, and the person sees who asked', async () => {
  const link = async (as: string) => (await recordFor(as))?.workSamples[0]?.link;
  expect((await get(await link('creative-officer'))).status).toBe(200);
  expect(await recordFor('university-officer')).toBeNull();
  expect((await ownRecord('volunteer-2')).workSamples).toEqual([]);
  const { data } = await federation.ask<{ me: { whoViewedMyData: { nodes: Record<string, unknown>[] } } }>(
    `{ me { whoViewedMyData(first: 50) { nodes { operation basis fields } } } }`,
    { as: 'volunteer' },
  );
  const rows = data?.me.whoViewedMyData.nodes.filter(({ operation }) => operation === 'Samples');
  expect(rows?.map(({ basis }) => basis === null).toSorted()).toEqual([false, true]);
  for (const { fields } of rows ?? []) expect(fields).toContain('creativeRecord.workSamples.link.path');
});

test('a page that is called a picture is refused, and nothing of it is kept', async () => {
  const before = await inStore();
  const page = Buffer.from(`<!DOCTYPE html><html>${'x'.repeat(300_000)}</html>`);
  expect(await put(await announce(page.length), page)).toMatchObject({
    status: 400,
    said: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  });
  expect(await inStore()).toEqual(before);
});

test('a file whose member is killed while it comes leaves nothing half, and is sent again', async () => {
  const before = await inStore();
  const bytes = picture(8 * megabyte);
  const link = await announce(bytes.length, 'again.png');
  const pid = federation.stack.pid('creative');
  async function* half() {
    yield bytes.subarray(0, 4 * megabyte);
    await expect.poll(async () => (await inStore()).length).toBe(before.length + 1);
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(() => federation.stack.pid('creative')).not.toBe(pid);
    yield bytes.subarray(4 * megabyte);
  }
  const broken = await put(link, half()).catch(() => ({ status: 503 }));
  expect(broken.status).toBe(503);
  await expect.poll(async () => (await put(link, bytes)).status, { timeout: 20_000 }).toBe(201);
  const again = (await ownRecord()).workSamples.find(({ name }) => name === 'again.png');
  expect((await get(again?.link)).bytes.equals(bytes)).toBe(true);
  expect(await inStore()).toHaveLength(before.length + 1);
});

test('the export says where each file is, and after an erasure all of them are gone from the disk', async () => {
  const { data } = await federation.ask<{
    myDataExport: { creative: { tables: { name: string; rows: { name: string; link: string | null }[] }[] } };
  }>('{ myDataExport { creative { tables { name rows } } } }', { as: 'volunteer' });
  const rows = data?.myDataExport.creative.tables.find(({ name }) => name === 'file')?.rows ?? [];
  const kept = rows.filter(({ link }) => link !== null);
  expect(kept.map(({ name }) => name).toSorted()).toEqual(['again.png', 'iş.png']);
  for (const { link } of kept) expect((await get({ path: link ?? '' })).status).toBe(200);
  expect(await inStore()).toHaveLength(kept.length);

  const token = await federation.stack.token('volunteer');
  await federation.ask('mutation { requestErasure { __typename } }', { token });
  await dispatchOrders();
  expect(await inStore()).toEqual([]);
  for (const { link } of kept) expect((await get({ path: link ?? '' })).status).toBe(403);
});
