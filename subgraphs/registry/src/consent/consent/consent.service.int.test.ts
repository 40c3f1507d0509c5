import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { reaches } from '@birlik/test/testkit/reach';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';
import { publicJwk } from '../../signing/signing-jwk.rule.js';
import { verifyStatement } from '../../signing/statement.rule.js';
import { receiptType } from './consent-receipt.rule.js';

const demo = createDemoData();
const recipient = demo.organization('uvoa').id;
let member: TestMember;
const nextPerson = peopleFrom(100);
const somebody = () => volunteerViewer(nextPerson().id);

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
  member = await startMember(subgraph, { seed: true });
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
  expect((await give(viewer, { ...terms, purpose: 'PLACEMENT\u0130' })).result?.code).toBe('NOT_FOUND');
  const past = { ...terms, expiresAt: '2020-01-01T00:00:00Z' };
  expect((await give(viewer, past)).result?.code).toBe('BAD_USER_INPUT');
});

test('a purpose in capital letters is the same one', async () => {
  const viewer = somebody();
  expect((await give(viewer, { ...terms, purpose: ' Placement ' })).result?.id).toEqual(expect.any(String));
  expect((await give(viewer, terms)).result?.code).toBe('CONFLICT');
});

test('nobody else can withdraw a consent or learn of it', async () => {
  const { result } = await give(somebody(), terms);
  expect(await withdraw(somebody(), result?.id)).toEqual({ code: 'NOT_FOUND' });
});

test('only a volunteer with a token that may write can give consent', async () => {
  expect((await give(officerViewer(recipient), terms)).code).toBe('FORBIDDEN');
  expect((await give({ ...somebody(), scopes: ['graph:read'] }, terms)).code).toBe('FORBIDDEN');
});

interface Kept {
  readonly id: string;
  readonly receipt: string | null;
  readonly withdrawalReceipt: string | null;
  readonly history: readonly { kind: string; byGuardian: boolean }[];
}

/** The viewer's newest consent as they see it. */
async function newest(viewer: Viewer): Promise<Kept> {
  const { data } = await member.query<{ me: { consents: Kept[] } }>(
    `{ me { consents { id receipt withdrawalReceipt history { kind byGuardian } } } }`,
    { as: viewer },
  );
  const consent = data?.me.consents[0];
  if (!consent) throw new Error('The viewer gave a consent.');
  return consent;
}

/** What a receipt says, by nothing but the public keys; null if it does not hold. */
async function read(receipt: string | null) {
  const { data } = await member.query<{ signingKeys: { publicKey: string; since: string }[] }>(
    `{ signingKeys { publicKey since } }`,
  );
  const keys = (data?.signingKeys ?? []).map(({ publicKey, since }) => ({
    publicKey: publicJwk.parse(JSON.parse(publicKey)),
    since: new Date(since),
    retiredAt: null,
  }));
  return verifyStatement(receipt ?? '', { typ: receiptType, keys });
}

test('a receipt says what was consented to, verifies offline, and names the person by a pseudonym of its own', async () => {
  const viewer = somebody();
  const expiresAt = '2036-05-01T00:00:00.000Z';
  const { result } = await give(viewer, { ...terms, expiresAt });
  const given = await newest(viewer);
  const receipt = await read(given.receipt);
  expect(receipt).toMatchObject({
    version: 'KI-CR-v1.1.0',
    jurisdiction: 'AZ',
    consentTimestamp: expect.any(Number) as number,
    collectionMethod: 'The mutation giveConsent of the graph',
    consentReceiptID: expect.any(String) as string,
    piiControllers: [
      { piiController: demo.organization('registry-office').name.az },
      { piiController: demo.organization('uvoa').name.az },
    ],
    services: [
      {
        purposes: [
          {
            purposeCategory: ['placement'],
            consentType: 'EXPLICIT',
            piiCategory: ['study'],
            termination: expiresAt,
            thirdPartyDisclosure: true,
            thirdPartyName: demo.organization('uvoa').name.az,
            legalText: 'Könüllünün qəbul edən quruma yerləşdirilməsi üçün.',
          },
        ],
      },
    ],
    sensitive: false,
    record: { record_id: result?.id, event_type: 'given', entity: 'principal', expiry: expiresAt },
  });
  expect(JSON.stringify(receipt)).not.toContain(viewer.volunteerId);
  await withdraw(viewer, result?.id);
  const withdrawn = await newest(viewer);
  expect(withdrawn.receipt, 'the receipt stays as it was').toBe(given.receipt);
  expect(withdrawn.history.map(({ kind }) => kind)).toEqual(['GIVEN', 'WITHDRAWN']);
  const end = await read(withdrawn.withdrawalReceipt);
  expect(end).toMatchObject({ record: { record_id: result?.id, event_type: 'withdrawn' } });
  expect(end?.['piiPrincipalId']).not.toBe(receipt?.['piiPrincipalId']);
});

test('a receipt that was changed does not verify', async () => {
  const viewer = somebody();
  await give(viewer, { ...terms, recipientOrganizationId: null });
  const { receipt } = await newest(viewer);
  const [header = '', payload = '', signature = ''] = receipt?.split('.') ?? [];
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  expect(said).toMatchObject({
    services: [{ purposes: [{ thirdPartyName: expect.stringMatching(/^Every/) as string }] }],
  });
  const forged = Buffer.from(JSON.stringify({ ...said, jurisdiction: 'TR' })).toString('base64url');
  expect(await read([header, forged, signature].join('.'))).toBeNull();
});

test('a consent that was withdrawn or has ended by itself opens nothing on the next request, in lists neither', async () => {
  const viewer = somebody();
  const to = { ...terms, recipientOrganizationId: demo.organization('min-youth').id };
  const recipientReads = () =>
    reaches(member, {
      as: officerViewer(to.recipientOrganizationId),
      purpose: terms.purpose,
      id: String(viewer.volunteerId),
    });
  expect(await recipientReads()).toBe(false);
  const { result } = await give(viewer, to);
  expect(await recipientReads()).toBe(true);
  await withdraw(viewer, result?.id);
  expect(await recipientReads()).toBe(false);
  const second = await give(viewer, { ...to, expiresAt: '2036-01-01T00:00:00Z' });
  expect(await recipientReads()).toBe(true);
  await expire(second.result?.id);
  expect(await recipientReads()).toBe(false);
  expect((await newest(viewer)).history.map(({ kind }) => kind)).toContain('EXPIRED');
});

/** Lets a consent's time be over. */
async function expire(id: string | undefined): Promise<void> {
  const { rowCount } = await member.owner.query(
    `update consent set given_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = $1`,
    [id],
  );
  expect(rowCount).toBe(1);
}

test('a consent that has ended by itself does not stand in the way of the next', async () => {
  const viewer = somebody();
  const { result } = await give(viewer, { ...terms, expiresAt: '2036-01-01T00:00:00Z' });
  expect((await give(viewer, terms)).result?.code).toBe('CONFLICT');
  await expire(result?.id);
  const answers = await Promise.all(Array.from({ length: 4 }, () => give(viewer, terms)));
  expect(answers.filter(({ result }) => result?.id)).toHaveLength(1);
  expect(answers.filter(({ result }) => result?.code === 'CONFLICT')).toHaveLength(3);
});

test('nobody changes what was recorded about a consent', async () => {
  await give(somebody(), terms);
  await expect(member.owner.query('delete from consent_event')).rejects.toThrow('append-only');
  await expect(member.owner.query('update consent_event set by_guardian = true')).rejects.toThrow('append-only');
});

test('the history and receipts of 20 consents cost as many statements as those of one', async () => {
  const viewer = somebody();
  const document = `{ me { consents { receipt history { kind } recipient { name } } } }`;
  await give(viewer, terms);
  await member.query(document, { as: viewer });
  const few = member.statements();
  for (const category of ['STUDY', 'PROGRAMME', 'SERVICE', 'ALUMNI', 'CREATIVE']) {
    for (const purpose of ['recruitment', 'placement', 'mentoring', 'certification', 'emergency']) {
      await give(viewer, { ...terms, category, purpose });
    }
  }
  const { data } = await member.query<{ me: { consents: object[] } }>(document, { as: viewer });
  expect(data?.me.consents.length).toBeGreaterThanOrEqual(21);
  expect(member.statements()).toBe(few);
});
