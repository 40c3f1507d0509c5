import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEventChannel } from '../testing/event-channel.js';
import { openStream } from '../testing/event-client.js';
import { NO_SHARING, startFederation, testConfig, type Federation } from '../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../testing/identity-provider.js';
import type { SubgraphDefinition } from '../testing/subgraph-server.js';

const assertionKey = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'test' };
const document = 'query Standing($organization: ID!) { organization(id: $organization) { accredited } }';

/** The organisations of the register. */
const accredited = new Map<string, boolean>();
const channel = createEventChannel();
const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: `
    type Query { organization(id: ID!): Organization ownFile: String }
    type Organization @key(fields: "id") { id: ID! accredited: Boolean! }
  `,
  resolvers: {
    Query: {
      organization: (_: unknown, { id }: { id: string }) =>
        accredited.has(id) ? { id, accredited: accredited.get(id) } : null,
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
/** As the first, and a last word counts for no time. */
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
  accredited.clear();
  for (const one of [federation, patient, strict]) {
    for (const subgraph of Object.values(one.subgraphs)) subgraph.received.length = 0;
  }
});

function start(times: { freshMs: number; staleMs?: number }): Promise<Federation> {
  return startFederation([office, member], {
    ...NO_SHARING,
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey: assertionKey as never,
    standing: { authority: 'office', document, ...times },
  });
}

async function headersOf(organization: string | null) {
  const token = await provider.token({ sub: 'somebody', roles: ['officer'], org: organization ?? undefined });
  return { authorization: `Bearer ${token}` };
}

/** Asks both subgraphs as an officer and answers what each was told about the viewer. */
async function told(on: Federation, organization: string | null) {
  const answer = await on.ask('{ shifts ownFile }', { headers: await headersOf(organization) });
  expect(answer.data).toEqual({ shifts: ['morning'], ownFile: 'file' });
  const viewerOf = (name: string, field: string) => {
    const request = on.subgraph(name).received.findLast(({ query }) => query.includes(field));
    return decodeJwt(String(request?.headers['birlik-assertion']))['viewer'];
  };
  return { member: viewerOf('member', 'shifts'), office: viewerOf('office', 'ownFile') };
}

const questions = (on: Federation) =>
  on.subgraph('office').received.filter(({ query }) => query.includes('accredited'));
const officer = (organization: string | null) => ({
  sub: 'somebody',
  organizationId: organization,
  roles: ['officer'],
});
const person = { sub: 'somebody', organizationId: null, roles: [] };

test('an organisation in good standing is named to every subgraph', async () => {
  accredited.set('red', true);
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red'), office: officer('red') });
});

test('one that is suspended is named to the authority alone, from the next look on, and back again', async () => {
  accredited.set('red', true);
  await told(federation, 'red');
  accredited.set('red', false);
  expect(await told(federation, 'red')).toMatchObject({ member: person, office: officer('red') });
  accredited.set('red', true);
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
});

test('one that the authority does not know may not act', async () => {
  expect(await told(federation, 'unknown')).toMatchObject({ member: person, office: officer('unknown') });
});

test('the authority is asked as nobody, once for an answer that counts, and never for viewers without one', async () => {
  accredited.set('red', true);
  await Promise.all([told(patient, 'red'), told(patient, 'red')]);
  await told(patient, 'red');
  await told(patient, null);
  const asked = questions(patient);
  expect(asked).toHaveLength(1);
  expect(decodeJwt(String(asked[0]?.headers['birlik-assertion']))).toMatchObject({ viewer: null, purpose: null });
});

test('while the authority does not answer, its last word counts, and nobody acts of whom it never said anything', async () => {
  accredited.set('red', true);
  accredited.set('blue', false);
  for (const one of [federation, strict]) for (const name of ['red', 'blue']) await told(one, name);
  for (const one of [federation, strict]) {
    one.subgraph('office').intercept = ({ query }, response) => {
      if (query.includes('accredited')) response.destroy();
      return query.includes('accredited');
    };
  }
  expect(await told(federation, 'red')).toMatchObject({ member: officer('red') });
  expect(await told(federation, 'blue')).toMatchObject({ member: person });
  expect(await told(federation, 'green')).toMatchObject({ member: person });
  expect(await told(strict, 'red')).toMatchObject({ member: person });
  for (const one of [federation, strict]) one.subgraph('office').intercept = null;
});

test('an open subscription ends with the next event when the standing has changed', async () => {
  accredited.set('red', true);
  const stream = await openStream(federation.url, 'subscription { shiftAdded }', { headers: await headersOf('red') });
  await channel.until(1);
  channel.publish('evening');
  expect((await stream.next()).data).toEqual({ data: { shiftAdded: 'evening' } });
  accredited.set('red', false);
  channel.publish('night');
  expect((await stream.next()).data).toMatchObject({ errors: [{ extensions: { code: 'STANDING_CHANGED' } }] });
  await channel.until(0);
});

test('a gateway does not start with a question that the supergraph cannot answer', async () => {
  const startWith = (standing: object) => startFederation([office, member], { standing: standing as never });
  await expect(startWith({ authority: 'nobody', document })).rejects.toThrow('standing.authority');
  await expect(startWith({ authority: 'office', document: '{ nothing }' })).rejects.toThrow('standing.document');
  expect(() => testConfig({ standing: { authority: 'office' } as never })).toThrow('standing.document');
});
