import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { makeLink, openFiles, type FileConfig } from '@birlik/trust/file';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { application, campaign, discipline } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';
import { workSample } from './work-sample.rule.js';

const organization = newId();
const officer = officerViewer(organization);
const system = officerViewer(newId(), ['system']);
const megabyte = 1024 * 1024;

let member: TestMember;
let person: string;
let viewer: Viewer;
let applicationId: string;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());
beforeEach(async () => {
  person = newId();
  viewer = volunteerViewer(person);
  applicationId = await applicationOf(person);
});

async function applicationOf(volunteerId: string): Promise<string> {
  const tenant = { organization_id: organization };
  const [to, by] = [await campaign(member.owner, tenant), await discipline(member.owner, tenant)];
  const applied = { ...tenant, volunteer_id: volunteerId, campaign_id: to.id, discipline_id: by.id };
  return (await application(member.owner, applied)).id;
}

/** A picture of so many bytes, none like another. */
const picture = (length: number) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154', 'hex'),
    randomBytes(Math.max(0, length - 41)),
  ]);

interface Link {
  readonly path: string;
  readonly expiresAt: string;
}
interface Sample {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly sha256: string | null;
  readonly link: Link | null;
}
interface Announced {
  readonly code?: string;
  readonly message?: string;
  readonly file?: { readonly id: string; readonly state: string };
  readonly link?: Link;
}

async function announce(input: object = {}, as = viewer): Promise<Announced> {
  const { data, errors } = await member.query<{ announceWorkSample: Announced }>(
    `mutation ($input: AnnounceWorkSampleInput!) { announceWorkSample(input: $input) {
      ... on WorkSampleUpload { file { id state } link { path expiresAt } } ... on Problem { code message }
    } }`,
    {
      as,
      language: 'en',
      variables: { input: { applicationId, name: 'İş.png', mediaType: 'image/png', bytes: 1_000, ...input } },
    },
  );
  return data?.announceWorkSample ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

/** The address at the member to which the gateway passes a link on. */
const addressOf = (link: Link | null | undefined) => new URL(`/files/${link?.path.split('/').at(-1)}`, member.url).href;

function send(link: Link | null | undefined, bytes: Buffer | AsyncIterable<Buffer>, signal?: AbortSignal) {
  const body = Buffer.isBuffer(bytes) ? bytes : ReadableStream.from(bytes);
  const headers = { 'accept-language': 'en' };
  return fetch(addressOf(link), { method: 'PUT', body, duplex: 'half', headers, signal: signal ?? null });
}

async function put(link: Link | null | undefined, bytes: Buffer | AsyncIterable<Buffer>) {
  const answer = await send(link, bytes);
  const said = (await answer.json()) as { errors?: { message: string }[] };
  return { status: answer.status, said: said.errors?.[0]?.message ?? said };
}

async function get(link: Link | null | undefined) {
  const answer = await fetch(addressOf(link));
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** What a grant opens, the person's own unless a viewer is named. */
async function samplesOf(of = person, as = viewer, basis: 'self' | 'owner' = 'self'): Promise<Sample[] | null> {
  const [found] = await member.entities<{ creativeRecord: { workSamples: Sample[] } | null }>(
    [
      {
        __typename: 'Volunteer',
        id: of,
        creativeGrant: member.grant({
          person: of,
          viewer: as,
          basis,
          tenants: basis === 'self' ? '*' : [organization],
        }),
      },
    ],
    '{ creativeRecord { workSamples { id name state refusal sha256 link { path expiresAt } } } }',
    { as },
  );
  return found?.creativeRecord?.workSamples ?? null;
}

/** Puts a picture and waits for nothing else. */
async function stored(length = 1_000): Promise<{ readonly id: string; readonly bytes: Buffer }> {
  const bytes = picture(length);
  const { file, link } = await announce({ bytes: length });
  expect(await put(link, bytes)).toMatchObject({ status: 201 });
  return { id: file?.id ?? '', bytes };
}

const inStore = () => readdir(member.files).catch(() => []);

describe('a work sample', () => {
  test('is announced, sent and then seen by the person and by whom a grant lets see it', async () => {
    const bytes = picture(20 * megabyte);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { file, link } = await announce({ bytes: bytes.length, name: '/tmp/İş nümunəsi.png' });
    expect(file?.state).toBe('AWAITED');
    expect(await samplesOf()).toMatchObject([{ state: 'AWAITED', sha256: null, link: null }]);
    expect(await put(link, bytes)).toEqual({ status: 201, said: { state: 'STORED', bytes: bytes.length, sha256 } });
    for (const seen of [await samplesOf(), await samplesOf(person, officer, 'owner')]) {
      expect(seen).toMatchObject([{ id: file?.id, name: 'İş nümunəsi.png', state: 'STORED', sha256 }]);
      const found = await get(seen?.[0]?.link);
      expect(found.status).toBe(200);
      expect(found.bytes.equals(bytes)).toBe(true);
      expect(found.headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(bytes.length),
        'content-disposition': "attachment; filename*=UTF-8''%C4%B0%C5%9F%20n%C3%BCmun%C9%99si.png",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
  });

  test('is of one’s own application, of a type and a size that are taken, and one of ten', async () => {
    const elsewhere = await applicationOf(newId());
    expect(await announce({ applicationId: elsewhere })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await announce({ mediaType: 'image/svg+xml' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await announce({ mediaType: 'text/html' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (const bytes of [0, -1, 50 * megabyte + 1])
      expect(await announce({ bytes })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await announce({ name: '../' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (const as of [officer, { ...viewer, scopes: ['graph:read'] }]) {
      expect(await announce({}, as)).toEqual({ code: 'FORBIDDEN' });
    }
    const announced = await Promise.all(Array.from({ length: workSample.mostFiles + 3 }, () => announce()));
    expect(announced.filter(({ code }) => code === 'CONFLICT')).toHaveLength(3);
    expect(await samplesOf()).toHaveLength(workSample.mostFiles);
  });

  test('that is not what it says it is is refused for good, and nothing of it is kept', async () => {
    const before = await inStore();
    const sent: [Buffer, string, string][] = [
      [Buffer.from('<html><script>1</script></html>'), 'NOT_ITS_TYPE', 'these are not the bytes of image/png'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_ITS_TYPE', 'these are not the bytes'],
      [Buffer.concat([Buffer.from('MZ'), randomBytes(200_000)]), 'NOT_ITS_TYPE', 'these are not the bytes'],
    ];
    for (const [bytes, refusal, why] of sent) {
      const { file, link } = await announce({ bytes: bytes.length });
      const answer = await put(link, bytes);
      expect(answer).toEqual({ status: 400, said: expect.stringContaining(why) as string });
      expect((await samplesOf())?.find(({ id }) => id === file?.id)).toMatchObject({
        state: 'REFUSED',
        refusal,
        link: null,
      });
      expect(await put(link, picture(bytes.length))).toMatchObject({ status: 409 });
    }
    for (const [length, announcedBytes] of [
      [999, 1_000],
      [1_001, 1_000],
      [300_000, 1_000],
    ]) {
      const { file, link } = await announce({ bytes: announcedBytes });
      expect(await put(link, picture(length ?? 0))).toMatchObject({ status: 400 });
      expect((await samplesOf())?.find(({ id }) => id === file?.id)).toMatchObject({ refusal: 'NOT_ITS_SIZE' });
    }
    expect(await inStore()).toEqual(before);
  });

  test('is sent once', async () => {
    const { link } = await announce();
    expect(await put(link, picture(1_000))).toMatchObject({ status: 201 });
    expect(await put(link, picture(1_000))).toEqual({ status: 409, said: 'This file was sent already.' });
    const before = await inStore();
    const next = await announce();
    const answers = await Promise.all(Array.from({ length: 4 }, () => put(next.link, picture(1_000))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(await inStore()).toHaveLength(before.length + 1);
  });

  test('whose sender goes away in the middle leaves nothing, and can be sent again', async () => {
    const before = await inStore();
    const bytes = picture(4 * megabyte);
    const { link } = await announce({ bytes: bytes.length });
    const leaving = new AbortController();
    async function* half() {
      yield bytes.subarray(0, megabyte);
      await expect.poll(async () => (await inStore()).length).toBe(before.length + 1);
      leaving.abort();
    }
    await expect(send(link, half(), leaving.signal)).rejects.toThrow('aborted');
    await expect.poll(inStore).toEqual(before);
    expect(await samplesOf()).toMatchObject([{ state: 'AWAITED' }]);
    expect(await put(link, bytes)).toMatchObject({ status: 201 });
  });
});

describe('a link', () => {
  test('is for one verb and ends; one that was altered or made by somebody else leads nowhere', async () => {
    const { id } = await stored();
    const [sample] = (await samplesOf()) ?? [];
    const announced = await announce();
    expect((await get(announced.link)).status).toBe(403);
    expect(await put(sample?.link, picture(1_000))).toMatchObject({ status: 403 });
    const access = await openFiles('creative', member.config as typeof member.config & FileConfig);
    expect((await get(await linkOf(access, 60))).status).toBe(200);
    expect((await get(await linkOf(access, 0))).status).toBe(403);
    expect((await get(await linkOf({ ...access, key: randomBytes(32) }, 60))).status).toBe(403);
    expect((await get(await linkOf({ ...access, member: 'union' }, 60))).status).toBe(403);
    const path = sample?.link?.path ?? '';
    expect((await get({ path: `${path.slice(0, -2)}AA`, expiresAt: '' })).status).toBe(403);

    async function linkOf(by: Parameters<typeof makeLink>[0], seconds: number): Promise<Link> {
      const { path, expiresAt } = await makeLink(by, { verb: 'get', file: id, seconds });
      return { path, expiresAt: expiresAt.toISOString() };
    }
  });

  test('is given to nobody without a grant, and by a grant for the rows of its tenant alone', async () => {
    await stored();
    const [none] = await member.entities<{ creativeRecord: object | null }>(
      [{ __typename: 'Volunteer', id: person, creativeGrant: null }],
      '{ creativeRecord { workSamples { link { path } } } }',
      { as: viewer },
    );
    expect(none?.creativeRecord).toBeNull();
    const foreign = officerViewer(newId());
    const grant = member.grant({ person, viewer: foreign, basis: 'owner', tenants: [foreign.organizationId ?? ''] });
    const [other] = await member.entities<{ creativeRecord: { workSamples: object[] } }>(
      [{ __typename: 'Volunteer', id: person, creativeGrant: grant }],
      '{ creativeRecord { workSamples { id } } }',
      { as: foreign },
    );
    expect(other?.creativeRecord.workSamples).toEqual([]);
  });

  test('leads nowhere once its file is removed, and the bytes go', async () => {
    const { id } = await stored();
    const [sample] = (await samplesOf()) ?? [];
    const remove = async (as: Viewer) =>
      (
        await member.query<{ removeWorkSample: { name?: string; code?: string } }>(
          `mutation ($id: ID!) { removeWorkSample(id: $id) { ... on RemovedWorkSample { name } ... on Problem { code } } }`,
          { as, variables: { id } },
        )
      ).data?.removeWorkSample;
    const { rows } = await member.owner.query<{ key: string }>('select storage_key as key from file where id = $1', [
      id,
    ]);
    expect(await remove(volunteerViewer(newId()))).toEqual({ code: 'NOT_FOUND' });
    expect(await remove(viewer)).toEqual({ name: 'İş.png' });
    expect(await remove(viewer)).toEqual({ code: 'NOT_FOUND' });
    expect((await get(sample?.link)).status).toBe(403);
    expect(rows).toHaveLength(1);
    await expect.poll(inStore).not.toContain(rows[0]?.key);
  });
});

describe('an erasure', () => {
  const erase = async (id: string) => {
    const order = await member.order({ id, number: 1, person });
    const { data, errors } = await member.query<{ receipts: (string | null)[] }>(
      'mutation ($orders: [String!]!) { receipts: eraseAtCreative(orders: $orders) }',
      { as: system, variables: { orders: [order] } },
    );
    return { receipt: data?.receipts?.[0] ?? null, code: errors?.[0]?.extensions.code };
  };

  test('gives its receipt when the bytes are gone and not before, and what is sent meanwhile goes too', async () => {
    const { id } = await stored();
    const late = await announce();
    const { rows } = await member.owner.query<{ key: string }>('select storage_key as key from file where id = $1', [
      id,
    ]);
    const path = join(member.files, rows[0]?.key ?? '');
    // A folder in the place of the file, which the store cannot delete.
    await rm(path);
    await mkdir(path);
    const order = newId();
    expect(await erase(order)).toEqual({ receipt: null, code: 'UPSTREAM_UNAVAILABLE' });
    expect(await erase(order)).toEqual({ receipt: null, code: 'UPSTREAM_UNAVAILABLE' });
    await rmdir(path);
    const { receipt } = await erase(order);
    expect((await member.receipt(receipt ?? ''))?.tables.find(({ name }) => name === 'file')).toMatchObject({
      erased: 2,
    });
    const before = await inStore();
    expect(await put(late.link, picture(1_000))).toMatchObject({ status: 403 });
    expect(await announce()).toMatchObject({ code: 'NOT_FOUND' });
    expect(await inStore()).toEqual(before);
  });

  test('takes what is on its way', async () => {
    const before = await inStore();
    const bytes = picture(2 * megabyte);
    const { link } = await announce({ bytes: bytes.length });
    async function* slowly() {
      yield bytes.subarray(0, megabyte);
      await expect.poll(async () => (await inStore()).length).toBe(before.length + 1);
      expect((await erase(newId())).receipt).not.toBeNull();
      yield bytes.subarray(megabyte);
    }
    expect(await put(link, slowly())).toMatchObject({ status: 409 });
    expect(await inStore()).toEqual(before);
  });
});
