import { randomBytes } from 'node:crypto';
import {
  decryptOrder,
  encryptOrder,
  signReceipt,
  signState,
  type ErasureState,
  type TableOutcome,
} from '@birlik/trust/erasure-order';
import { newId } from '@birlik/kernel/identifier';
import type { ConfigOf } from '@birlik/trust/member';
import { personalCategories } from '@birlik/trust/personal-category';
import { labelOf } from '@birlik/trust/personal-data';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveSubmitted } from '../../testing/submitted-records.js';
import { personalData } from '../personal-data.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const office = demo.organization('registry-office').id;
const dispatcher = officerViewer(office, ['system']);
const key = randomBytes(32);
const memberNames = ['alumni', 'asan-school', 'creative', 'union', 'university'];
const kept: TableOutcome = {
  name: 'enrolment',
  erased: 0,
  overwritten: 0,
  kept: 2,
  reason: { az: 'Qanun', en: 'A law' },
  keptUntil: null,
};
let registry: TestMember<ConfigOf<typeof subgraph>>;

beforeEach(async () => {
  const environment = { ...grantKeysEnvironment(key), ERASURE_DELAY_SECONDS: '0' };
  registry = await startMember(subgraph, { seed: true, environment });
  // An erasure waits while linkage resolves what the demo's registers have submitted.
  await resolveSubmitted(registry);
});
afterEach(() => registry.close());

interface Report {
  readonly id: string;
  readonly takesEffectAt: string;
  readonly withdrawnAt: string | null;
  readonly completedAt: string | null;
  readonly overdue: boolean;
  readonly members: readonly {
    readonly member: string;
    readonly state: string;
    readonly attempts: number;
    readonly tables: readonly {
      name: string;
      erased: number;
      overwritten: number;
      kept: number;
      reason: string | null;
    }[];
  }[];
}

const reportFields = `id requestedAt takesEffectAt withdrawnAt deadline completedAt overdue
  members { member state attempts tables { name erased overwritten kept reason keptUntil } }`;

function requestErasure(person: string, as: Viewer | null = volunteerViewer(person)) {
  return registry.query<{ requestErasure: { __typename: string; code?: string } & Report }>(
    `mutation { requestErasure { __typename ... on Problem { code } ... on ErasureRequest { ${reportFields} } } }`,
    { as, language: 'en' },
  );
}

function begin(as: Viewer = dispatcher) {
  return registry.query<{ beginErasures: number | null }>('mutation { beginErasures }', { as });
}

/** Asks for a person's erasure and begins it; resolves to the request's id. */
async function erase(person: string): Promise<string> {
  const { data } = await requestErasure(person);
  expect((await begin()).data).toEqual({ beginErasures: 1 });
  return data?.requestErasure.id ?? '';
}

function withdraw(person: string, as: Viewer = volunteerViewer(person)) {
  return registry.query<{ withdrawErasure: { code?: string } & Report }>(
    `mutation { withdrawErasure { ... on Problem { code } ... on ErasureRequest { ${reportFields} } } }`,
    { as },
  );
}

/** Lets all requests take effect in an hour, as if the delay were one. */
const delayAnHour = () =>
  registry.owner.query(`update erasure_request set takes_effect_at = now() + interval '1 hour' where number is null`);

async function ownReport(person: string): Promise<Report | null> {
  const { data } = await registry.query<{ myErasure: Report | null }>(`{ myErasure { ${reportFields} } }`, {
    as: volunteerViewer(person),
    language: 'en',
  });
  return data?.myErasure ?? null;
}

async function stateOf(person: string, member: string): Promise<string | undefined> {
  return (await ownReport(person))?.members.find((one) => one.member === member)?.state;
}

function dispatch(member: string, state: ErasureState | null, given: { orders?: readonly string[]; as?: Viewer } = {}) {
  const { orders = [], as = dispatcher } = given;
  const signed = state && signState(state, { member, key });
  return Promise.resolve(signed).then((token) =>
    registry.query<{ orders: string[] | null }>(
      `mutation ($input: DispatchErasuresInput!) { orders: dispatchErasures(input: $input) }`,
      { as, variables: { input: { member, state: token, orders } } },
    ),
  );
}

/** The orders that a member in this state is sent, opened. */
async function sentTo(member: string, state: ErasureState, orders: readonly string[] = []) {
  const { data, errors } = await dispatch(member, state, { orders });
  expect(errors).toBeUndefined();
  return Promise.all((data?.orders ?? []).map(async (token) => decryptOrder(token, { member, key })));
}

function record(member: string, receipts: readonly string[], as: Viewer = dispatcher) {
  return registry.query<{ recordErasures: number }>(
    `mutation ($input: RecordErasuresInput!) { recordErasures(input: $input) }`,
    { as, variables: { input: { member, receipts } } },
  );
}

async function acknowledge(member: string, order: string, tables: TableOutcome[] = []) {
  const receipt = await signReceipt({ order, tables, state: { applied: 1, watermark: 1 } }, { member, key });
  const { data } = await record(member, [receipt]);
  expect(data).toEqual({ recordErasures: 1 });
}

const errorCode = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.[0]?.extensions.code;
const nothingDone: ErasureState = { applied: 0, watermark: 0 };

describe('a person who asks to be erased', () => {
  const person = demo.person(1);

  test('is gone from the registry at once, but for what proves something', async () => {
    await erase(person.id);
    const report = await ownReport(person.id);
    const keepers = new Set(personalCategories.flatMap(({ retention = [] }) => retention.map(({ kind }) => kind)));
    const keptTies = person.affiliations.filter(({ organizationId }) =>
      keepers.has(demo.organizations.find(({ id }) => id === organizationId)?.kind ?? ''),
    );
    expect(keptTies.length).toBeGreaterThan(0);
    expect(report?.members.map(({ member, state }) => [member, state])).toEqual([
      ['registry', 'KEPT'],
      ...memberNames.map((member) => [member, 'PENDING']),
    ]);
    const own = new Map(report?.members[0]?.tables.map((table) => [table.name, table]));
    expect([...own.keys()]).toEqual(personalData.tables.map(labelOf));
    expect(['affiliation', 'consent', 'erasure_request', 'volunteer'].map((name) => own.get(name))).toMatchObject([
      {
        name: 'affiliation',
        erased: person.affiliations.length - keptTies.length,
        kept: keptTies.length,
        reason: expect.stringContaining('keep a register') as string,
      },
      { name: 'consent', kept: person.consents.length, reason: expect.stringContaining('Consents prove') as string },
      { name: 'erasure_request', kept: 1 },
      { name: 'volunteer', overwritten: 1 },
    ]);
    const { rows } = await registry.owner.query('select * from volunteer where id = $1', [person.id]);
    for (const value of [person.givenName, person.familyName, person.email, person.phone, person.birthDate]) {
      expect(JSON.stringify(rows)).not.toContain(value);
    }
    const { rows: live } = await registry.owner.query(
      'select from consent where volunteer_id = $1 and withdrawn_at is null',
      [person.id],
    );
    expect(live).toEqual([]);
  });

  test('sees an empty profile with a token that still holds, and nothing new is written about them', async () => {
    await erase(person.id);
    const me = await registry.query(
      `{ me { name contact { email } affiliations { id } studyGrant withheld { category } }
         myDataExport { studyGrant registry { asOf } } }`,
      {
        as: volunteerViewer(person.id),
        reads: { here: [{ at: ['me'], read: { '': ['name', 'contact.email'], studyGrant: ['enrolments.id'] } }] },
      },
    );
    expect(me.data).toEqual({
      me: {
        name: null,
        contact: null,
        affiliations: null,
        studyGrant: null,
        withheld: [{ category: 'CONTACT' }, { category: 'STUDY' }],
      },
      myDataExport: { studyGrant: null, registry: null },
    });
    const consent = await registry.query<{ giveConsent: { code: string } }>(
      `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Problem { code message } } }`,
      {
        as: volunteerViewer(person.id),
        language: 'ru',
        variables: { input: { purpose: 'recruitment', category: 'STUDY', recipientOrganizationId: null } },
      },
    );
    expect(consent.data?.giveConsent).toEqual({
      code: 'CONFLICT',
      message: 'Данные этого человека удалены; ничего нового о нём не записывается.',
    });
  });

  test('asks once, for themself, with a token that may write', async () => {
    expect((await requestErasure(person.id)).data?.requestErasure.__typename).toBe('ErasureRequest');
    expect((await requestErasure(person.id)).data?.requestErasure).toMatchObject({ code: 'CONFLICT' });
    await begin();
    expect((await requestErasure(person.id)).data?.requestErasure).toMatchObject({ code: 'CONFLICT' });
    const readOnly = { ...volunteerViewer(demo.person(2).id), scopes: ['graph:read'] };
    expect(errorCode(await requestErasure(person.id, readOnly))).toBe('FORBIDDEN');
    expect(errorCode(await requestErasure(person.id, dispatcher))).toBe('FORBIDDEN');
    expect(errorCode(await requestErasure(person.id, null))).toBe('UNAUTHENTICATED');
    expect(await ownReport(demo.person(2).id)).toBeNull();
  });

  test('leaves everybody else as they were', async () => {
    const others = 'select * from volunteer where id <> $1 order by id';
    const before = await registry.owner.query(others, [person.id]);
    await erase(person.id);
    expect((await registry.owner.query(others, [person.id])).rows).toEqual(before.rows);
  });
});

describe('a request for erasure, until it takes effect,', () => {
  const [first, second] = [demo.person(1).id, demo.person(2).id];

  test('changes nothing, and can be taken back and made anew', async () => {
    const before = await registry.owner.query('select * from volunteer where id = $1', [first]);
    await requestErasure(first);
    await delayAnHour();
    expect((await begin()).data).toEqual({ beginErasures: 0 });
    expect(await ownReport(first)).toMatchObject({ withdrawnAt: null, completedAt: null });
    expect((await ownReport(first))?.members.map(({ state }) => state)).toEqual(
      Array.from({ length: memberNames.length + 1 }, () => 'PENDING'),
    );
    for (const member of memberNames) expect(await sentTo(member, nothingDone)).toEqual([]);
    expect((await withdraw(first)).data?.withdrawErasure.withdrawnAt).toEqual(expect.any(String));
    expect(await ownReport(first)).toBeNull();
    await registry.owner.query(`update erasure_request set takes_effect_at = now() - interval '1 day'`);
    expect((await begin()).data).toEqual({ beginErasures: 0 });
    expect((await registry.owner.query('select * from volunteer where id = $1', [first])).rows).toEqual(before.rows);
    await erase(first);
    expect(await ownReport(first)).toMatchObject({ withdrawnAt: null });
  });

  test('is taken back by the person alone, and not once the erasure has begun', async () => {
    expect((await withdraw(first)).data?.withdrawErasure).toMatchObject({ code: 'NOT_FOUND' });
    await requestErasure(first);
    await delayAnHour();
    expect((await withdraw(second)).data?.withdrawErasure).toMatchObject({ code: 'NOT_FOUND' });
    expect(errorCode(await withdraw(first, dispatcher))).toBe('FORBIDDEN');
    expect(errorCode(await withdraw(first, { ...volunteerViewer(first), scopes: ['graph:read'] }))).toBe('FORBIDDEN');
    expect(await ownReport(first)).toMatchObject({ withdrawnAt: null });
    await registry.owner.query('update erasure_request set takes_effect_at = now()');
    expect((await withdraw(first)).data?.withdrawErasure).toMatchObject({ code: 'CONFLICT' });
    await begin();
    expect((await withdraw(first)).data?.withdrawErasure).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the orders to the members', () => {
  const [first, second] = [demo.person(0).id, demo.person(1).id];

  test('are for the office’s system alone, and the list of requests for its officers', async () => {
    const strangers = [
      officerViewer(demo.organization('asan').id, ['system']),
      officerViewer(office),
      volunteerViewer(first),
    ];
    for (const as of strangers) {
      expect(errorCode(await dispatch('university', null, { as }))).toBe('FORBIDDEN');
      expect(errorCode(await record('university', [], as))).toBe('FORBIDDEN');
      expect(errorCode(await begin(as))).toBe('FORBIDDEN');
      expect(errorCode(await registry.query('{ erasureDeliveries { member after } }', { as }))).toBe('FORBIDDEN');
    }
    const list = '{ erasureRequests { nodes { id } } }';
    expect((await registry.query(list, { as: officerViewer(office) })).errors).toBeUndefined();
    for (const as of [officerViewer(demo.organization('asan').id), volunteerViewer(first)]) {
      expect(errorCode(await registry.query(list, { as }))).toBe('FORBIDDEN');
    }
  });

  test('go to each member until it has answered, and the request is complete with the last answer', async () => {
    const id = await erase(first);
    const deliveries = await registry.query(`{ erasureDeliveries { member after } }`, { as: dispatcher });
    expect(deliveries.data).toEqual({ erasureDeliveries: memberNames.map((member) => ({ member, after: 0 })) });

    expect((await dispatch('union', null)).data?.orders).toEqual([]);
    expect(await stateOf(first, 'union')).toBe('UNREACHABLE');

    for (const member of memberNames) {
      const [order, ...more] = await sentTo(member, nothingDone);
      expect(more).toEqual([]);
      expect(order).toMatchObject({ id, number: 1, person: first });
      expect((await ownReport(first))?.completedAt).toBeNull();
      await acknowledge(member, id, member === 'university' ? [kept] : []);
      expect(await sentTo(member, { applied: 1, watermark: 1 })).toEqual([]);
    }
    const report = await ownReport(first);
    expect(report?.completedAt).not.toBeNull();
    expect(report?.members.find(({ member }) => member === 'university')).toMatchObject({
      state: 'KEPT',
      tables: [{ name: 'enrolment', kept: 2, reason: 'A law' }],
    });
    expect(report?.members.find(({ member }) => member === 'union')).toMatchObject({ state: 'ERASED', attempts: 2 });
  });

  test('of two people to whom all members answer at once are complete with the last answers', async () => {
    const ids = [await erase(first), await erase(second)];
    for (const member of memberNames) await sentTo(member, nothingDone);
    await Promise.all(memberNames.flatMap((member) => ids.map((id) => acknowledge(member, id))));
    for (const person of [first, second]) expect((await ownReport(person))?.completedAt).not.toBeNull();
  });

  test('are shown to the office as long as they are open, with those that are overdue', async () => {
    await erase(first);
    await registry.owner.query(
      `update erasure_request set requested_at = now() - interval '31 days', deadline = now() - interval '1 day'`,
    );
    const open = () =>
      registry.query<{ erasureRequests: { nodes: Report[] } }>(`{ erasureRequests { nodes { ${reportFields} } } }`, {
        as: officerViewer(office),
      });
    expect((await open()).data?.erasureRequests.nodes).toMatchObject([{ overdue: true }]);
    await registry.owner.query('update erasure_request set completed_at = now()');
    expect((await open()).data?.erasureRequests.nodes).toEqual([]);
  });

  test('are refused when the member did not sign what is brought', async () => {
    const id = await erase(first);
    expect(errorCode(await dispatch('nobody', nothingDone))).toBe('NOT_FOUND');
    const forged = { member: 'university', key: randomBytes(32) };
    const state = await signState(nothingDone, forged);
    const dispatched = await registry.query(
      `mutation ($input: DispatchErasuresInput!) { dispatchErasures(input: $input) }`,
      {
        as: dispatcher,
        variables: { input: { member: 'university', state } },
      },
    );
    expect(errorCode(dispatched)).toBe('BAD_USER_INPUT');
    const order = { id: newId(), number: 9, person: second, requestedAt: new Date().toISOString() };
    expect(errorCode(await dispatch('university', nothingDone, { orders: [await encryptOrder(order, forged)] }))).toBe(
      'BAD_USER_INPUT',
    );
    const receipt = await signReceipt({ order: id, tables: [], state: nothingDone }, forged);
    expect(errorCode(await record('university', [receipt]))).toBe('BAD_USER_INPUT');
    expect(await stateOf(first, 'university')).toBe('PENDING');
    expect(await ownReport(second)).toBeNull();
  });

  test('go again to a member that a backup has set back, from what it has lost on', async () => {
    const ids: string[] = [];
    for (const person of [first, second, demo.person(2).id]) {
      ids.push(await erase(person));
    }
    await sentTo('union', nothingDone);
    for (const id of ids) await acknowledge('union', id);
    expect(await sentTo('union', { applied: 3, watermark: 3 })).toEqual([]);

    const again = await sentTo('union', { applied: 1, watermark: 1 });
    expect(again.map((order) => order?.number)).toEqual([2, 3]);
    expect(await stateOf(second, 'union')).toBe('UNREACHABLE');
    expect(await stateOf(first, 'union')).toBe('ERASED');
    for (const id of ids.slice(1)) await acknowledge('union', id);
    // The watermark alone would hide that an order below it is lost.
    const hidden = await sentTo('union', { applied: 2, watermark: 3 });
    expect(hidden.map((order) => order?.number)).toEqual([1, 2, 3]);
  });

  test('go again to a member whose kept rows have come to their end', async () => {
    const id = await erase(first);
    await sentTo('university', nothingDone);
    await acknowledge('university', id, [{ ...kept, keptUntil: '2020-01-31' }]);
    expect(await sentTo('university', { applied: 1, watermark: 1 })).toMatchObject([{ id }]);
    await acknowledge('university', id, [{ ...kept, keptUntil: '2999-01-31' }]);
    expect(await sentTo('university', { applied: 1, watermark: 1 })).toEqual([]);
  });

  test('come back into a ledger that has lost them, with what they erase, from the members', async () => {
    const id = await erase(first);
    const lost = { id: newId(), number: 1, person: second, requestedAt: '2026-11-01T10:00:00.000Z' };
    const token = await encryptOrder(lost, { member: 'union', key });
    const orders = await sentTo('union', { applied: 1, watermark: 1 }, [token]);
    // The number is another request's by now, so the order that came back gets the next one.
    expect(orders).toMatchObject([
      { id, number: 1, person: first },
      { ...lost, number: 2 },
    ]);
    expect(await ownReport(second)).toMatchObject({ id: lost.id, requestedAt: lost.requestedAt });
    const { rows } = await registry.owner.query('select family_name from volunteer where id = $1', [second]);
    expect(rows).toEqual([{ family_name: '' }]);
    // Brought once more, it is known.
    expect(await sentTo('union', { applied: 1, watermark: 1 }, [token])).toHaveLength(2);
  });
});

test('the person’s export shows what the registry holds, in one statement, and is logged like any read', async () => {
  const { id, affiliations, givenName } = demo.person(0);
  const { data } = await registry.query<{
    myDataExport: { registry: { tables: { name: string; rowCount: number; rows: Record<string, unknown>[] }[] } };
  }>(`query Export { myDataExport { registry { asOf tables { name rowCount rows } } } }`, {
    as: volunteerViewer(id),
    operation: 'Export',
  });
  const tables = Object.fromEntries(data?.myDataExport.registry.tables.map((table) => [table.name, table]) ?? []);
  expect(Object.keys(tables)).toEqual(personalData.tables.map(labelOf));
  expect(tables['affiliation']?.rowCount).toBe(affiliations.length);
  expect(tables['volunteer']?.rows).toMatchObject([{ given_name: givenName }]);
  // The read itself stands in the log that it shows; who reads for an organisation is that organisation's affair.
  expect(tables['access_log']?.rows.at(-1)).toMatchObject({ operation: 'Export', basis: 'self' });
  expect(tables['access_log']?.rows.at(-1)).not.toHaveProperty('viewer');
  expect(JSON.stringify(data)).not.toContain(id);
  for (const as of [officerViewer(office), null]) {
    expect((await registry.query(`{ myDataExport { registry { asOf } } }`, { as })).data).toEqual({
      myDataExport: null,
    });
  }
});
