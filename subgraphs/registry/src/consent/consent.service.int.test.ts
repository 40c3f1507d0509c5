import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../../seeds/demo.js';
import { readConfig } from '../config.js';
import { database } from '../database.js';
import { createServer } from '../server.js';

const world = createWorld();
const recipient = world.organization('uvoa').id;
let member: TestMember;
let next = 100;

/** A person whom no other test uses. */
function somebody(): Viewer {
  return volunteerViewer(world.person(next++).id);
}

async function give(viewer: Viewer, input: object) {
  const { data, errors } = await member.query<{ giveConsent: { id?: string; code?: string } }>(
    `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } ... on Problem { code } } }`,
    { as: viewer, variables: { input } },
  );
  return { result: data?.giveConsent, code: errors?.[0]?.extensions.code };
}

async function withdraw(viewer: Viewer, id: string | undefined) {
  const { data } = await member.query<{ withdrawConsent: { withdrawnAt?: string; code?: string } }>(
    `mutation ($id: ID!) { withdrawConsent(id: $id) { ... on Consent { withdrawnAt } ... on Problem { code } } }`,
    { as: viewer, variables: { id } },
  );
  return data?.withdrawConsent;
}

const terms = { recipientOrganizationId: recipient, purpose: 'placement', category: 'STUDY' };

beforeAll(async () => {
  member = await startMember({
    name: 'registry',
    database,
    readConfig,
    createServer,
    seed: loadDemo,
    environment: grantKeysEnvironment(),
  });
});
afterAll(() => member.close());

test('a consent is given, withdrawn once and given again', async () => {
  const viewer = somebody();
  const { result } = await give(viewer, terms);
  expect(await withdraw(viewer, result?.id)).toEqual({ withdrawnAt: expect.any(String) as string });
  expect(await withdraw(viewer, result?.id)).toEqual({ code: 'CONFLICT' });
  expect((await give(viewer, terms)).result?.id).toEqual(expect.any(String));
});

test('of many equal consents at the same time exactly one is recorded, for every recipient too', async () => {
  for (const input of [terms, { ...terms, recipientOrganizationId: null }]) {
    const viewer = somebody();
    const answers = await Promise.all(Array.from({ length: 8 }, () => give(viewer, input)));
    expect(answers.filter(({ result }) => result?.id)).toHaveLength(1);
    expect(answers.filter(({ result }) => result?.code === 'CONFLICT')).toHaveLength(7);
  }
});

test('an unknown recipient or purpose and an end in the past are named problems', async () => {
  const viewer = somebody();
  expect((await give(viewer, { ...terms, recipientOrganizationId: newId() })).result?.code).toBe('NOT_FOUND');
  expect((await give(viewer, { ...terms, purpose: 'marketing' })).result?.code).toBe('NOT_FOUND');
  const past = { ...terms, expiresAt: '2020-01-01T00:00:00Z' };
  expect((await give(viewer, past)).result?.code).toBe('BAD_USER_INPUT');
});

test('nobody else can withdraw a consent or learn of it', async () => {
  const { result } = await give(somebody(), terms);
  expect(await withdraw(somebody(), result?.id)).toEqual({ code: 'NOT_FOUND' });
});

test('only a volunteer with a token that may write can give consent', async () => {
  expect((await give(officerViewer(recipient), terms)).code).toBe('FORBIDDEN');
  expect((await give({ ...somebody(), scopes: ['graph:read'] }, terms)).code).toBe('FORBIDDEN');
});
