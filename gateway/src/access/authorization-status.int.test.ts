import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEventChannel } from '../../testing/event-channel.js';
import { openStream } from '../../testing/event-client.js';
import { NO_SHARING, startFederation, testConfig, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

const assertionKey = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'test' };
const document = 'query AuthorizationStatus { mayAct }';

/** Who may act for an organisation; nobody does for one that is missing. */
const listed = new Map<string, Set<string>>();
const viewerOf = (headers: IncomingHttpHeaders) =>
  decodeJwt<{ viewer: { sub: string; organizationId: string | null } }>(String(headers['birlik-assertion'])).viewer;
const channel = createEventChannel();
const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: 'type Query { mayAct: Boolean ownFile: String }',
  resolvers: {
    Query: {
      mayAct: (_: unknown, __: unknown, { headers }: { headers: IncomingHttpHeaders }) => {
        const { sub, organizationId } = viewerOf(headers);
        return listed.get(organizationId ?? '')?.has(sub) ?? false;
      },
      ownFile: () => 'file',
    },
  },
};
const member: SubgraphDefinition = {
  name: 'member',
  typeDefs: 'type Query { shifts: [String!] } type Subscription { shiftAdded: String }',
  resolvers: {
    Query: { shifts: () => ['morning'] },
    Subscription: { shiftAdded: { subscribe: () => channel.listen(), resolve: (event: unknown) => event } },
  },
};

let provider: IdentityProvider;
/** Looks anew at each request. */
let federation: Federation;
/** An answer counts for a minute. */
let patient: Federation;
/** As the first, and a last answer counts for no time. */
let strict: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  federation = await start({ freshMs: 1 });
  patient = await start({ freshMs: 60_000 });
  strict = await start({ freshMs: 1, staleMs: 1 });
});
afterAll(async () => {
  await Promise.all([federation, patient, strict].map((one) => one.close()));
  await provider.close();
});
afterEach(() => {
  listed.clear();
  for (const one of [federation, patient, strict]) {
    for (const subgraph of Object.values(one.subgraphs)) subgraph.received.length = 0;
  }
});

function start(times: { freshMs: number; staleMs?: number }): Promise<Federation> {
  return startFederation([office, member], {
    ...NO_SHARING,
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey: assertionKey as never,
    authorizationStatus: { authority: 'office', document, ...times },
  });
}

async function headersOf(organization: string | null, sub = 'officer') {
  const token = await provider.token({ sub, roles: ['officer'], org: organization ?? undefined });
  return { authorization: `Bearer ${token}` };
}

/** Asks both subgraphs as an officer and returns what each was told about the viewer. */
async function told(on: Federation, organization: string | null, sub = 'officer') {
  const answer = await on.ask('{ shifts ownFile }', { headers: await headersOf(organization, sub) });
  expect(answer.data).toEqual({ shifts: ['morning'], ownFile: 'file' });
  const lastOf = (name: string, field: string) =>
    viewerOf(on.subgraph(name).received.findLast(({ query }) => query.includes(field))?.headers ?? {});
  return { member: lastOf('member', 'shifts'), office: lastOf('office', 'ownFile') };
}

const questions = (on: Federation) => on.subgraph('office').received.filter(({ query }) => query.includes('mayAct'));
const accredit = (organization: string) => listed.set(organization, new Set(['officer', 'colleague']));
const officer = (organization: string | null) => ({ sub: 'officer', organizationId: organization, roles: ['officer'] });
const person = { sub: 'officer', organizationId: null, roles: [] };

test('an organisation that may be acted for is named to every subgraph', async () => {
  accredit('red');
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red'), office: officer('red') });
});

test('one that is suspended is named to the authority alone, from the next question on, and back again', async () => {
  accredit('red');
  await told(federation, 'red');
  listed.delete('red');
  expect(await told(federation, 'red')).toMatchObject({ member: person, office: officer('red') });
  accredit('red');
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
});

test('one that the authority does not know may not act', async () => {
  expect(await told(federation, 'unknown')).toMatchObject({ member: person, office: officer('unknown') });
});

test('one of its officers who is dismissed acts for it no longer, while the others do', async () => {
  accredit('red');
  await told(federation, 'red', 'colleague');
  listed.set('red', new Set(['officer']));
  expect(await told(federation, 'red', 'colleague')).toMatchObject({
    member: { sub: 'colleague', organizationId: null },
  });
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
});

test('the authority is asked as the viewer, once for an answer that counts, and never for a viewer of none', async () => {
  accredit('red');
  await Promise.all([told(patient, 'red'), told(patient, 'red')]);
  await told(patient, 'red');
  await told(patient, null);
  expect(questions(patient).map(({ headers }) => viewerOf(headers))).toMatchObject([officer('red')]);
  await told(patient, 'red', 'colleague');
  expect(questions(patient)).toHaveLength(2);
});

test('while the authority does not answer, its last answer counts, and nobody acts of whom it never said anything', async () => {
  accredit('red');
  for (const one of [federation, strict]) for (const name of ['red', 'blue']) await told(one, name);
  for (const one of [federation, strict]) {
    one.subgraph('office').intercept = ({ query }, response) => {
      if (query.includes('mayAct')) response.destroy();
      return query.includes('mayAct');
    };
  }
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
  expect(await told(federation, 'blue')).toMatchObject({ member: person });
  expect(await told(federation, 'green')).toMatchObject({ member: person });
  expect(await told(strict, 'red')).toMatchObject({ member: person });
  for (const one of [federation, strict]) one.subgraph('office').intercept = null;
});

test('an open subscription ends with the next event when the authorization status has changed', async () => {
  accredit('red');
  const stream = await openStream(federation.url, 'subscription { shiftAdded }', { headers: await headersOf('red') });
  await channel.until(1);
  channel.publish('evening');
  expect((await stream.next()).data).toEqual({ data: { shiftAdded: 'evening' } });
  listed.delete('red');
  channel.publish('night');
  expect((await stream.next()).data).toMatchObject({
    errors: [{ extensions: { code: 'AUTHORIZATION_STATUS_CHANGED' } }],
  });
  await channel.until(0);
});

test('a gateway does not start with a question that the supergraph cannot answer', async () => {
  const startWith = (authorizationStatus: object) =>
    startFederation([office, member], { authorizationStatus: authorizationStatus as never });
  await expect(startWith({ authority: 'nobody', document })).rejects.toThrow('authorizationStatus.authority');
  await expect(startWith({ authority: 'office', document: '{ nothing }' })).rejects.toThrow(
    'authorizationStatus.document',
  );
  const subscribing = { authority: 'office', document: 'subscription { shiftAdded }' };
  await expect(startWith(subscribing)).rejects.toThrow('must be a query');
  expect(() => testConfig({ authorizationStatus: { authority: 'office' } as never })).toThrow(
    'authorizationStatus.document',
  );
});
