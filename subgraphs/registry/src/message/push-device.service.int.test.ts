import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';
import { mostDevices } from './push-device.service.js';

const officer = officerViewer(createDemoData().organization('uvoa').id);
const nextPerson = peopleFrom(700);
let member: TestMember;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-messages-'));
  member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
});
afterAll(async () => {
  await member.close();
  await rm(folder, { recursive: true });
});

async function add(person: string, token: string) {
  const { data } = await member.query<{ addPushDevice: { id?: string; code?: string } }>(
    `mutation ($token: String!) { addPushDevice(input: { token: $token }) {
      ... on PushDevice { id } ... on Problem { code } } }`,
    { as: volunteerViewer(person), variables: { token } },
  );
  return data?.addPushDevice;
}

async function devicesOf(person: string, as: Viewer = volunteerViewer(person)) {
  const [found] = await member.entities<{ pushDevices: { id: string }[] | null }>(
    [{ __typename: 'Volunteer', id: person }],
    '{ pushDevices { id addedAt } }',
    { as, purpose: 'placement' },
  );
  return found?.pushDevices?.map(({ id }) => id) ?? null;
}

const remove = async (id: string, as: Viewer) =>
  (
    await member.query<{ removePushDevice: boolean | null }>('mutation ($id: ID!) { removePushDevice(id: $id) }', {
      as,
      variables: { id },
    })
  ).data?.removePushDevice;

/** What devices with such a token were shown. */
async function shown(token: string): Promise<{ to: string[]; title: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .map((text) => JSON.parse(text) as { to: string[]; title: string })
    .filter(({ to }) => to.includes(token));
}

test('who wants it is told on all of their devices, once, and nowhere else', async () => {
  const { id } = nextPerson();
  const tokens = [newId(), newId()];
  for (const token of tokens) await add(id, token);
  await member.query(
    `mutation { setMessagePreferences(input: { language: EN, choices: [{ kind: CONSENT_ASKED, channels: [PUSH] }] }) { __typename } }`,
    { as: volunteerViewer(id) },
  );
  await member.query(`mutation ($input: RequestConsentInput!) { requestConsent(input: $input) { __typename } }`, {
    as: officer,
    variables: { input: { volunteerId: id, purpose: 'placement', categories: ['STUDY'], reason: 'A place.' } },
  });
  await expect
    .poll(() => shown(tokens[0] ?? ''), { timeout: 10_000 })
    .toMatchObject([{ to: tokens, title: 'An organisation asks for your consent' }]);
  await expect.poll(async () => (await member.owner.query('select from job')).rowCount).toBe(0);
  expect((await readdir(folder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('devices are the person’s own: added once, at most ten, and taken away by nobody else', async () => {
  const [{ id }, other] = [nextPerson(), nextPerson()];
  const first = await add(id, 'same');
  expect(await add(id, 'same')).toEqual(first);
  expect(await add(other.id, 'same')).not.toEqual(first);
  expect(await devicesOf(id)).toEqual([first?.id]);
  for (const as of [officer, volunteerViewer(other.id)]) expect(await devicesOf(id, as)).toBeNull();
  expect(await remove(first?.id ?? '', volunteerViewer(other.id))).toBe(false);
  const answers = await Promise.all(Array.from({ length: mostDevices + 2 }, (_, index) => add(id, `device ${index}`)));
  expect(answers.filter((answer) => answer?.code === 'CONFLICT')).toHaveLength(3);
  expect(await devicesOf(id)).toHaveLength(mostDevices);
  expect([
    await remove(first?.id ?? '', volunteerViewer(id)),
    await remove(first?.id ?? '', volunteerViewer(id)),
  ]).toEqual([true, false]);
  expect(await devicesOf(id)).toHaveLength(mostDevices - 1);
});
