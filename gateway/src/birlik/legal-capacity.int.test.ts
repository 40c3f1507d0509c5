import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_SHARING, startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

const assertionKey = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'test' };
const capacityDocument = 'query LegalCapacity($people: [ID!]!) { capacity(people: $people) { decidesFor } }';
const [anna, ward, stranger] = ['anna-1', 'ward-1', 'stranger-1'];

interface Told {
  readonly viewer: { readonly volunteerId: string | null };
  readonly decidesFor?: readonly string[];
}

const toldBy = (headers: IncomingHttpHeaders) => decodeJwt<Told>(String(headers['birlik-assertion']));

/** The minors whose guardian Anna is now. */
const wards = new Set<string>();
/** What the authority was asked about, by each question. */
const asked: string[][] = [];
let isSilent = false;

function capacity(_: unknown, { people }: { people: string[] }, { headers }: { headers: IncomingHttpHeaders }) {
  asked.push(people);
  if (isSilent) throw new Error('The authority is away.');
  const { volunteerId } = toldBy(headers).viewer;
  return { decidesFor: [volunteerId, ...people].filter((one) => one === anna || wards.has(String(one))) };
}

const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: `type Query { who: Who capacity(people: [ID!]!): Capacity everybody: [Person!] }
    type Person { id: ID! name: String! }
    type Who { volunteerId: ID organizationId: String roles: [String!] mayAct: Boolean }
    type Capacity { decidesFor: [ID!]! }`,
  resolvers: {
    Query: {
      who: (_: unknown, __: unknown, { headers }: { headers: IncomingHttpHeaders }) => {
        const { claims } = decodeJwt<{ claims: { volunteer: string | null } }>(String(headers['birlik-assertion']));
        return { volunteerId: claims.volunteer, organizationId: null, roles: [], mayAct: false };
      },
      capacity,
      everybody: () => [anna, ward, stranger].map((id) => ({ id, name: id })),
    },
  },
};
const TAG = '@tag(name: "legal-capacity")';
const union: SubgraphDefinition = {
  name: 'union',
  typeDefs: `type Query { shifts(onBehalfOf: ID): String ${TAG} }
    type Mutation { apply: String ${TAG} answer(onBehalfOf: ID): String ${TAG} rename(onBehalfOf: ID): String }`,
  resolvers: {
    Query: { shifts: () => 'morning' },
    Mutation: { apply: () => 'applied', answer: () => 'answered', rename: () => 'renamed' },
  },
};
const other: SubgraphDefinition = {
  name: 'other',
  typeDefs: 'type Query { nothing: String } type Mutation { leave: String }',
  resolvers: { Mutation: { leave: () => 'left' } },
};

let provider: IdentityProvider;
let federation: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  federation = await start({ capacityDocument });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});
beforeEach(() => {
  wards.clear();
  asked.length = 0;
  isSilent = false;
  for (const subgraph of Object.values(federation.subgraphs)) subgraph.received.length = 0;
});

function start(more: { capacityDocument?: string }): Promise<Federation> {
  return startFederation([office, union, other], {
    ...NO_SHARING,
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey: assertionKey as never,
    authorizationStatus: {
      authority: 'office',
      document: '{ who { volunteerId organizationId roles mayAct } }',
      ...more,
    },
    pairwise: { keys: [{ kid: 'p1', key: Buffer.alloc(32).toString('base64url') }] },
  });
}

const headersOf = async (volunteer: string | null) => ({
  authorization: `Bearer ${await provider.token({ sub: volunteer ?? 'nobody', volunteer: volunteer ?? undefined })}`,
});

/** Asks as Anna, or as somebody else, and returns what a subgraph was told last. */
async function told(query: string, { by = anna, at = 'union', variables = {} } = {}): Promise<Told['decidesFor']> {
  const answer = await federation.ask(query, { headers: await headersOf(by), variables });
  expect(answer.errors).toBeUndefined();
  return toldBy(federation.subgraph(at).received.at(-1)?.headers ?? {}).decidesFor;
}

/** The pseudonym that the gateway gives Anna for somebody. */
async function hiddenFor(id: string): Promise<string> {
  const { data } = await federation.ask('{ everybody { id name } }', { headers: await headersOf(anna) });
  return data.everybody.find((one: { name: string }) => one.name === id).id;
}

test('a mutation that needs it is told for whom the viewer decides', async () => {
  expect(await told('mutation { apply }')).toEqual([anna]);
  expect(await told('mutation { apply }', { by: ward })).toEqual([]);
  expect(asked).toEqual([[], []]);
});

test('it is asked anew for each operation, so that what has ended does not count', async () => {
  wards.add(ward);
  const mutation = 'mutation ($ward: ID) { answer(onBehalfOf: $ward) }';
  const hidden = await hiddenFor(ward);
  expect(await told(mutation, { variables: { ward: hidden } })).toEqual([anna, ward]);
  wards.clear();
  expect(await told(mutation, { variables: { ward: hidden } })).toEqual([anna]);
});

test('only people whom the operation names are asked about, and a ward in a literal or a fragment as well', async () => {
  wards.add(ward).add(stranger);
  const hidden = await hiddenFor(ward);
  asked.length = 0;
  expect(await told(`mutation { answer(onBehalfOf: "${hidden}") }`)).toEqual([anna, ward]);
  const spread = `mutation { ... on Mutation { ...F } } fragment F on Mutation { answer(onBehalfOf: "${hidden}") }`;
  expect(await told(spread)).toEqual([anna, ward]);
  expect(await told('mutation { answer(onBehalfOf: null) }')).toEqual([anna]);
  expect(asked).toEqual([[ward], [ward], []]);
});

test('other subgraphs, other mutations and queries are told nothing, and nothing is asked for them', async () => {
  expect(await told('mutation { rename }')).toBeUndefined();
  expect(await told('{ shifts }')).toBeUndefined();
  expect(asked).toEqual([]);
  expect(await told('mutation { apply leave }', { at: 'other' })).toBeUndefined();
});

test('whoever is no person decides for nobody, and is not asked about', async () => {
  const answer = await federation.ask('mutation { apply }', { headers: await headersOf(null) });
  expect(answer.data).toEqual({ apply: 'applied' });
  const headers = federation.subgraph('union').received.at(-1)?.headers ?? {};
  expect(toldBy(headers).decidesFor).toEqual([]);
  await federation.ask('mutation { apply }');
  expect(asked).toEqual([]);
});

test('a subgraph is told nothing while the authority does not answer', async () => {
  isSilent = true;
  expect(await told('mutation { apply }')).toBeUndefined();
});

test('a gateway does not start without the question, nor with one that cannot be answered', async () => {
  await expect(start({})).rejects.toThrow('authorizationStatus.capacityDocument');
  await expect(start({ capacityDocument: '{ who { roles } }' })).rejects.toThrow('must select decidesFor');
});
