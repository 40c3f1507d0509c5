import { defaultLanguage } from '@birlik/messages/language';
import { explain } from '../errors/messages.js';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AskOptions } from '@birlik/test-client';
import { openStream } from '../../testing/event-client.js';
import { compose } from '../../testing/compose.js';
import { startFederation, type FederationOptions, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { AYSEL, createPairwiseSubgraphs, GANJA, MURAD } from '../../testing/pairwise-subgraphs.js';

const newKey = () => randomBytes(32).toString('base64url');
const K1 = { kid: 'k1', key: newKey() };
const REFUSED = {
  message: explain('id-not-given').in(defaultLanguage),
  extensions: { code: 'BAD_USER_INPUT' },
};
const PSEUDONYM = /^k1\.[\w-]{44}$/;

const { definitions, channel, calls } = createPairwiseSubgraphs();
let provider: IdentityProvider;
let federation: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  federation = await start({ keys: [K1] });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
afterEach(() => {
  calls.length = 0;
  for (const subgraph of Object.values(federation.subgraphs)) subgraph.received.length = 0;
});

function start(
  pairwise: { keys: { kid: string; key: string; organization?: string }[] },
  options: FederationOptions = {},
): Promise<Federation> {
  const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
  return startFederation(definitions, { issuers, pairwise, graphiql: true }, options);
}

/** Asks as an officer of an organisation, as a volunteer, or as nobody. */
async function as(who: string | null, source: string, options: AskOptions = {}, on: Federation = federation) {
  return on.ask(source, { ...options, headers: { ...options.headers, ...(await headersOf(who)) } });
}

async function headersOf(who: string | null): Promise<Record<string, string>> {
  if (who === null) return {};
  const claims = who.startsWith('org')
    ? { sub: `officer of ${who}`, org: who, roles: ['officer'] }
    : { sub: who, volunteer: who, roles: ['volunteer'] };
  return { authorization: `Bearer ${await provider.token(claims)}` };
}

/** The pseudonyms of both people as a viewer sees them. */
async function idsOf(who: string | null, on: Federation = federation): Promise<readonly [string, string]> {
  const { data } = await as(who, '{ people { id } }', {}, on);
  return data.people.map(({ id }: { id: string }) => id);
}

describe('what leaves the gateway', () => {
  test('has the viewer’s own pseudonym for each id, in fields, lists and cursors, and public ids as they are', async () => {
    const { data, errors } = await as(
      'org-a',
      '{ people { id name friends town { id title } age } cursor mayor { id } }',
    );
    expect(errors).toBeUndefined();
    const [aysel, murad] = await idsOf('org-a');
    expect(aysel).toMatch(PSEUDONYM);
    expect(data.people).toEqual(
      [aysel, murad].map((id, index) => ({
        id,
        name: ['Aysel', 'Murad'][index],
        friends: [aysel, murad],
        town: { id: GANJA, title: `town ${GANJA}` },
        age: index + 1,
      })),
    );
    expect(data.mayor).toEqual({ id: murad });
    expect(data.cursor).toMatch(/^k1\.[\w-]+$/);
  });

  test('is the same text from both projections', async () => {
    const source = '{ first: people { id friends } cursor __typename }';
    const once = await as('org-a', source);
    const again = await as('org-a', source);
    expect(again.data).toEqual(once.data);
    expect(once.text).toMatch(/"friends":\["k1\./);
  });

  test('is different for each organisation, each person and the public, also from one plan', async () => {
    const all = await Promise.all(['org-a', 'org-b', AYSEL, MURAD, null].map((who) => idsOf(who)));
    expect(new Set(all.flat()).size).toBe(10);
  });

  test('has no id in messages and extensions of errors', async () => {
    const [aysel] = await idsOf('org-a');
    const { errors, text } = await as('org-a', 'query ($id: ID!) { broken(id: $id) { id } mayor { note } }', {
      variables: { id: aysel },
    });
    expect(errors).toContainEqual({
      message: 'There is nobody with the id [id].',
      path: ['broken'],
      extensions: { code: 'NOT_FOUND', service: 'people', who: ['[id]'] },
    });
    expect(text).not.toContain(AYSEL);
    expect(text).toContain('no notes');
  });

  test('has no header that names anything of it', async () => {
    const { headers } = await as('org-a', '{ people { id } }', { headers: { 'x-request-id': 'my-request' } });
    expect([...headers.keys()].filter((name) => !/^(date|connection|keep-alive|content-\w+|vary)$/.test(name))).toEqual(
      ['cache-control', 'x-content-type-options', 'x-request-id'],
    );
    expect(headers.get('x-request-id')).toBe('my-request');
  });

  test('shows no key, neither in introspection nor in a plan', async () => {
    const schema = await as('org-a', '{ __schema { types { name fields { name } } directives { name } } }');
    const [aysel] = await idsOf('org-a');
    const plan = await as('org-a', `{ person(id: "${aysel}") { name } }`, { headers: { 'birlik-plan': '1' } });
    expect(plan.text).toContain('_pairwise0');
    for (const { text } of [schema, plan]) expect(text).not.toMatch(new RegExp(`${K1.key}|k1\\.|${AYSEL}`));
  });
});

describe('ids in arguments', () => {
  test.each<[string, (id: string) => readonly [string, object?], object]>([
    ['a literal', (id) => [`{ person(id: "${id}") { name } }`], { id: AYSEL }],
    ['a variable', (id) => ['query ($id: ID!) { person(id: $id) { name } }', { id }], { id: AYSEL }],
    ['a default', (id) => [`query ($id: ID = "${id}") { person(id: $id) { name } }`], { id: AYSEL }],
    ['a list', (id) => [`{ people(ids: ["${id}", "${id}"]) { name } }`], { ids: [AYSEL, AYSEL] }],
    ['a list of one', (id) => [`{ people(ids: "${id}") { name } }`], { ids: [AYSEL] }],
    [
      'a list in a variable',
      (id) => ['query ($ids: [ID!]) { people(ids: $ids) { name } }', { ids: [id] }],
      { ids: [AYSEL] },
    ],
    [
      'a nested input object',
      (id) => [`{ people(where: { not: { id: "${id}", town: "${GANJA}", name: "x" } }) { name } }`],
      { where: { not: { id: AYSEL, town: GANJA, name: 'x' } } },
    ],
    [
      'a nested input object in a variable',
      (id) => [
        'query ($where: Filter) { people(where: $where) { name } }',
        { where: { id, not: { id, town: GANJA } } },
      ],
      { where: { id: AYSEL, not: { id: AYSEL, town: GANJA } } },
    ],
    ['a public id', () => [`{ people(near: "${GANJA}") { name } }`], { near: GANJA }],
  ])('reach the subgraph as the federation’s: %s', async (_what, ask, expected) => {
    const [aysel] = await idsOf('org-a');
    calls.length = 0;
    const [source, variables] = ask(aysel);
    const { errors } = await as('org-a', source, variables === undefined ? {} : { variables: variables as never });
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(calls))).toEqual([expected]);
  });

  test('of one document are each viewer’s own, although its plan is shared', async () => {
    const [[ofA], [, ofB]] = [await idsOf('org-a'), await idsOf('org-b')];
    const source = 'query ($id: ID!) { person(id: $id) { id name } }';
    const answers = await Promise.all([
      as('org-a', source, { variables: { id: ofA } }),
      as('org-b', source, { variables: { id: ofB } }),
    ]);
    expect(answers.map(({ data }) => data.person)).toEqual([
      { id: ofA, name: 'Aysel' },
      { id: ofB, name: 'Murad' },
    ]);
  });

  test('a variable is translated where ids are pairwise and left alone where they are public', async () => {
    const [aysel] = await idsOf('org-a');
    const source = 'query ($id: ID!) { person(id: $id) { name } town(id: $id) { title } }';
    const { data } = await as('org-a', source, { variables: { id: aysel } });
    expect(data).toEqual({ person: { name: 'Aysel' }, town: { title: `town ${aysel}` } });
  });

  test('a cursor leads back to the subgraph’s', async () => {
    const { data } = await as('org-a', '{ cursor }');
    await as('org-a', 'query ($after: String) { people(after: $after) { name } }', {
      variables: { after: data.cursor },
    });
    expect(calls).toEqual([{ after: Buffer.from(JSON.stringify([AYSEL])).toString('base64url') }]);
  });

  test.each<[string, () => Promise<string>]>([
    ['a plain id', async () => AYSEL],
    ['the id of nobody', async () => '018f2b6e-7d1c-7000-8000-00000000ffff'],
    ['another organisation’s', async () => (await idsOf('org-b'))[0]],
    ['that of somebody who is not signed in', async () => (await idsOf(null))[0]],
    ['the person’s own', async () => (await idsOf(AYSEL))[0]],
    ['a forged one', async () => `k1.${randomBytes(33).toString('base64url')}`],
    ['a garbled one', async () => (await idsOf('org-a'))[0].slice(0, -1)],
    ['a public one', async () => GANJA],
    ['text', async () => 'x'],
  ])('refuse %s in the same words, and no subgraph is asked', async (_what, make) => {
    const id = await make();
    federation.subgraph('people').received.length = 0;
    const sources = [
      `{ person(id: "${id}") { name } mayor { name } }`,
      `{ people(where: { not: { id: "${id}" } }) { name } }`,
      `{ people(after: "${id}") { name } }`,
      `mutation { befriend(id: "${id}") { name } }`,
    ];
    for (const source of sources) {
      const answer = await as('org-a', source);
      expect(answer.data).toBeUndefined();
      expect(answer.errors).toEqual([REFUSED]);
    }
    expect(federation.subgraph('people').received).toEqual([]);
  });
});

describe('below the gateway', () => {
  test('subgraphs get the federation’s ids and see no pseudonym', async () => {
    const [aysel] = await idsOf('org-a');
    await as(
      'org-a',
      `query ($ids: [ID!] = ["${aysel}"]) { person(id: "${aysel}") { age } people(ids: $ids) { age } }`,
    );
    const bodies = Object.values(federation.subgraphs).flatMap(({ received }) => received.map(({ body }) => body));
    expect(bodies.join('')).toContain(AYSEL);
    expect(bodies.join('')).not.toContain('k1.');
  });

  test('what is public is asked once for everybody, whatever ids they have', async () => {
    const source = `{ town(id: "${GANJA.replace(/a$/, 'b')}") { id title } }`;
    await as('org-a', source);
    const before = federation.subgraph('ages').received.length;
    expect((await as('org-b', source)).data.town.title).toContain('town');
    expect(federation.subgraph('ages').received).toHaveLength(before);
  });
});

test('events of a subscription have the viewer’s ids, and so have its arguments', async () => {
  const [aysel, murad] = await idsOf('org-a');
  const source = 'subscription ($of: ID) { added(of: $of) { id age } }';
  const headers = await headersOf('org-a');
  const stream = await openStream(federation.url, source, { headers, variables: { of: aysel } });
  await channel.until(1);
  channel.publish({ id: MURAD });
  channel.publish({ id: AYSEL });
  expect((await stream.next()).data).toEqual({ data: { added: { id: murad, age: 2 } } });
  expect((await stream.next()).data).toEqual({ data: { added: { id: aysel, age: 1 } } });
  stream.leave();
  await channel.until(0);
  const foreign = await openStream(federation.url, source, { headers, variables: { of: AYSEL } });
  expect(await foreign.text()).toContain(REFUSED.message);
});

test('a repeated mutation is answered with the same pseudonyms to the same viewer', async () => {
  const [aysel] = await idsOf('org-a');
  calls.length = 0;
  const request = { variables: { id: aysel }, headers: { 'idempotency-key': 'key-0001-of-a-test' } };
  const source = 'mutation ($id: ID!) { befriend(id: $id) { id friends } }';
  const first = await as('org-a', source, request);
  expect(first.data.befriend.id).toBe(aysel);
  const again = await as('org-a', source, request);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.text).toBe(first.text);
  expect(calls).toHaveLength(1);
});

describe('rotation', () => {
  const K2 = { kid: 'k2', key: newKey() };
  const source = 'query ($id: ID!) { person(id: $id) { id name } }';

  test('answers with new pseudonyms and still takes the old ones while their key is listed', async () => {
    const rotated = await start({ keys: [K2, K1] });
    const [old] = await idsOf('org-a');
    const { data } = await as('org-a', source, { variables: { id: old } }, rotated);
    expect(data.person).toEqual({ id: expect.stringMatching(/^k2\./) as string, name: 'Aysel' });
    const again = await as('org-a', source, { variables: { id: data.person.id } }, rotated);
    expect(again.data).toEqual(data);
    await rotated.close();
    const retired = await start({ keys: [K2] });
    expect((await as('org-a', source, { variables: { id: old } }, retired)).errors).toEqual([REFUSED]);
    await retired.close();
  });

  test('of one organisation changes nothing for the others', async () => {
    const rotated = await start({ keys: [{ ...K2, organization: 'org-a' }, K1] });
    expect((await idsOf('org-a', rotated))[0]).toMatch(/^k2\./);
    expect(await idsOf('org-b', rotated)).toEqual(await idsOf('org-b'));
    await rotated.close();
  });
});

test('a new supergraph that would show the federation’s ids is refused, and the one before it stays', async () => {
  const servers = Object.values(federation.subgraphs);
  const open = servers.map((one) => ({
    ...one,
    typeDefs: one.typeDefs.replace(
      '{ id: ID! name: String friends',
      '{ id: ID! @tag(name: "public") name: String friends',
    ),
  }));
  await expect(federation.reload(compose(open))).rejects.toThrow('The supergraph must not follow: Person.id');
  expect((await idsOf('org-a'))[0]).toMatch(PSEUDONYM);
});

test('without keys ids are the federation’s, in both directions', async () => {
  const change = (supergraph: string) => supergraph.replaceAll('@tag(name: "pairwise")', '');
  const plain = await start({ keys: [] }, { change });
  const { data } = await as('org-a', `{ person(id: "${AYSEL}") { id friends } cursor }`, {}, plain);
  expect(data.person).toEqual({ id: AYSEL, friends: [AYSEL, MURAD] });
  const [broken] = (await as('org-a', `{ broken(id: "${AYSEL}") { id } }`, {}, plain)).errors ?? [];
  expect(broken?.message).toContain(AYSEL);
  await plain.close();
});
