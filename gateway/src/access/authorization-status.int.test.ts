import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEventChannel } from '../../testing/event-channel.js';
import { openStream } from '../../testing/event-client.js';
import { NO_SHARING, startFederation, testConfig, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

const assertionKey = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'test' };
const document = 'query AuthorizationStatus { who { volunteerId organizationId roles mayAct } }';

interface Told {
  readonly viewer: { readonly sub: string; readonly organizationId: string | null };
  readonly claims?: {
    readonly organization: string | null;
    readonly volunteer: string | null;
    readonly roles: string[];
  };
}

/** Who may act for an organisation; nobody does for one that is missing. A suspended one is acted for to the office alone. */
const listed = new Map<string, Set<string>>();
const suspended = new Set<string>();
const toldBy = (headers: IncomingHttpHeaders) => decodeJwt<Told>(String(headers['birlik-assertion']));

/** Believes what a token claims of an organisation that lists its bearer, and of `anna` which person it is. */
function who(_: unknown, __: unknown, { headers }: { headers: IncomingHttpHeaders }) {
  const { viewer, claims } = toldBy(headers);
  const organization = claims?.organization ?? '';
  const isListed = listed.get(organization)?.has(viewer.sub) ?? false;
  return {
    volunteerId: viewer.sub === 'anna' ? (claims?.volunteer ?? null) : null,
    organizationId: isListed ? organization : null,
    roles: isListed ? claims?.roles : [],
    mayAct: isListed && !suspended.has(organization),
  };
}
const channel = createEventChannel();
const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: `type Query { who: Who ownFile: String }
    type Who { volunteerId: ID organizationId: String roles: [String!] mayAct: Boolean }`,
  resolvers: { Query: { who, ownFile: () => 'file' } },
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
  suspended.clear();
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
    pairwise: { keys: [{ kid: 'p1', key: Buffer.alloc(32).toString('base64url') }] },
  });
}

async function headersOf(organization: string | null, sub = 'officer', volunteer?: string) {
  const token = await provider.token({ sub, roles: ['officer'], org: organization ?? undefined, volunteer });
  return { authorization: `Bearer ${token}` };
}

/** Asks both subgraphs as an officer and returns what each was told about the viewer. */
async function told(on: Federation, organization: string | null, sub = 'officer', volunteer?: string) {
  const headers = await headersOf(organization, sub, volunteer);
  const answer = await on.ask('{ shifts ownFile }', { headers });
  expect(answer.data).toEqual({ shifts: ['morning'], ownFile: 'file' });
  const lastOf = (name: string, field: string) =>
    toldBy(on.subgraph(name).received.findLast(({ query }) => query.includes(field))?.headers ?? {});
  const [atMember, atOffice] = [lastOf('member', 'shifts'), lastOf('office', 'ownFile')];
  expect([atMember.claims, atOffice.claims]).toEqual([undefined, undefined]);
  return { member: atMember.viewer, office: atOffice.viewer };
}

const questions = (on: Federation) => on.subgraph('office').received.filter(({ query }) => query.includes('mayAct'));
const accredit = (organization: string) => listed.set(organization, new Set(['officer', 'colleague']));
const officer = (organization: string | null) => ({ sub: 'officer', organizationId: organization, roles: ['officer'] });
const person = { sub: 'officer', organizationId: null, roles: [] };
const nobody = { ...person, volunteerId: null };

test('an organisation that may be acted for is named to every subgraph', async () => {
  accredit('red');
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red'), office: officer('red') });
});

test('one that is suspended is named to the authority alone, from the next question on, and back again', async () => {
  accredit('red');
  await told(federation, 'red');
  suspended.add('red');
  expect(await told(federation, 'red')).toMatchObject({ member: person, office: officer('red') });
  suspended.delete('red');
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
});

test('what a token claims and the authority does not say is told to nobody', async () => {
  expect(await told(federation, 'unknown', 'officer', 'berta')).toMatchObject({ member: nobody, office: nobody });
  expect(await told(federation, null, 'anna', 'anna-1')).toMatchObject({
    member: { sub: 'anna', volunteerId: 'anna-1', organizationId: null, roles: [] },
  });
});

test('the authority is told what a token claims only where it is asked who that is, of somebody who is nobody yet', async () => {
  accredit('red');
  await told(federation, 'red');
  const [question] = questions(federation);
  const { viewer, claims } = toldBy(question?.headers ?? {});
  expect(viewer).toMatchObject(nobody);
  expect(claims).toEqual({ organization: 'red', roles: ['officer'], volunteer: null });
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

test('the authority is asked once for an answer that counts, whoever signs in', async () => {
  accredit('red');
  await Promise.all([told(patient, 'red'), told(patient, 'red')]);
  await told(patient, 'red');
  expect(questions(patient)).toHaveLength(1);
  await told(patient, 'red', 'colleague');
  await told(patient, null, 'anna');
  expect(questions(patient)).toHaveLength(3);
  await patient.ask('{ shifts }');
  expect(questions(patient)).toHaveLength(3);
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
  // The answer for the first event counts for a millisecond.
  await setTimeout(10);
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
  const silent = { authority: 'office', document: '{ who { volunteerId organizationId roles } }' };
  await expect(startWith(silent)).rejects.toThrow('must select mayAct');
  const subscribing = { authority: 'office', document: 'subscription { shiftAdded }' };
  await expect(startWith(subscribing)).rejects.toThrow('must be a query');
  expect(() => testConfig({ authorizationStatus: { authority: 'office' } as never })).toThrow(
    'authorizationStatus.document',
  );
});
