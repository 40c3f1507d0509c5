import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFederation, type Federation } from '../../testing/federation.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

interface PersonRef {
  readonly email: string;
  readonly grant?: { readonly ok: boolean } | null;
}

/** Who mentors whom, in a ring: 1 is mentored by 2, 2 by 3, 3 by 1. */
const after = (email: string) => `p${(Number(email.slice(1, 2)) % 3) + 1}@x`;
const person = (email: string) => ({ __typename: 'Person', id: email.slice(1, 2), email, name: `Name ${email}` });
const isGranted = ({ grant }: PersonRef) => grant?.ok === true;

const office: SubgraphDefinition = {
  name: 'office',
  typeDefs: `
    type Query { me: Person }
    type Person @key(fields: "email") { id: ID! email: String! name: String grant: Grant @inaccessible }
    type Grant @inaccessible { ok: Boolean! }
  `,
  resolvers: {
    Query: { me: () => person('p1@x') },
    Person: {
      __resolveReference: ({ email }: PersonRef) => person(email),
      // The third person has consented to nothing.
      grant: ({ id }: { id: string }) => ({ ok: id !== '3' }),
    },
  },
};

/** Knows persons by their address only. */
const mentoring: SubgraphDefinition = {
  name: 'mentoring',
  typeDefs: `
    type Mutation { pair(email: String!): Pair }
    type Person implements Graded @key(fields: "email") {
      email: String!
      grant: Grant @external
      profile(unit: String): Profile @requires(fields: "grant { ok }")
      title: String
      grade: Int @requires(fields: "grant { ok }")
      pairs(first: Int): [Pair!]
    }
    type Grant @inaccessible { ok: Boolean! @external }
    type Profile { text: String! mentor: Person }
    type Pair { mentor: Person! party: Party graded: [Graded!]! }
    union Party = Person | Firm
    interface Graded { title: String }
    type Firm implements Graded { title: String grade: Int }
  `,
  resolvers: {
    Mutation: { pair: (_: unknown, { email }: PersonRef) => ({ of: email }) },
    Person: {
      __resolveReference: (reference: object) => reference,
      profile: (source: PersonRef, { unit }: { unit?: string }) =>
        isGranted(source) ? { text: `${source.email} ${unit ?? '-'}`, of: source.email } : null,
      grade: (source: PersonRef) => (isGranted(source) ? Number(source.email.slice(1, 2)) : null),
      pairs: ({ email }: PersonRef, { first }: { first?: number }) =>
        [{ of: email }, { of: email }].slice(0, first ?? 1),
    },
    Profile: { mentor: ({ of }: { of: string }) => ({ email: after(of) }) },
    Pair: {
      mentor: ({ of }: { of: string }) => ({ email: after(of) }),
      party: ({ of }: { of: string }) => ({ __typename: 'Person', email: after(of) }),
      graded: ({ of }: { of: string }) => [
        { __typename: 'Firm', title: 'F', grade: 9 },
        { __typename: 'Person', email: after(of) },
      ],
    },
  },
};

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([office, mentoring]);
});
afterAll(() => federation.close());

async function dataOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await federation.ask(query, { variables });
  expect(errors).toBeUndefined();
  return data;
}

test('a field with needs is answered on an entity that its own subgraph returned below one of the same type', async () => {
  const { data, errors, fetches } = await federation.ask('{ me { pairs { mentor { name profile { text } } } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ me: { pairs: [{ mentor: { name: 'Name p2@x', profile: { text: 'p2@x -' } } }] } });
  expect(fetches.map(({ service }) => service)).toEqual(['office', 'mentoring', 'office', 'mentoring']);
});

test('what is needed is asked of the nested entity, not of the one above', async () => {
  const query = '{ me { profile { text } pairs { mentor { pairs { mentor { profile { text } } } } } } }';
  expect(await dataOf(query)).toEqual({
    me: { profile: { text: 'p1@x -' }, pairs: [{ mentor: { pairs: [{ mentor: { profile: null } }] } }] },
  });
});

test('it may be nested any number of times', async () => {
  const inner = (depth: number): string =>
    depth === 0 ? 'profile { text }' : `profile { text mentor { ${inner(depth - 1)} } }`;
  expect(await dataOf(`{ me { ${inner(4)} } }`)).toEqual({
    me: { profile: { text: 'p1@x -', mentor: { profile: { text: 'p2@x -', mentor: { profile: null } } } } },
  });
});

test('arguments, variables, aliases, conditions and fragments work there as anywhere', async () => {
  const query = `
    query ($unit: String, $first: Int, $no: Boolean!) {
      me { list: pairs(first: $first) { mentor { ...Both id: name } } }
    }
    fragment Both on Person { a: profile(unit: $unit) { text } b: profile(unit: "cm") { text } ...No @include(if: $no) }
    fragment No on Person { grade }
  `;
  const mentor = { a: { text: 'p2@x m' }, b: { text: 'p2@x cm' }, id: 'Name p2@x' };
  const variables = { unit: 'm', first: 2, no: false };
  expect(await dataOf(query, variables)).toEqual({ me: { list: [{ mentor }, { mentor }] } });
});

test('it works below a union and through an interface', async () => {
  const query = `{
    me { pairs { party { ... on Person { id grade } } graded { __typename title ... on Person { grade } ... on Firm { grade } } } }
  }`;
  expect(await dataOf(query)).toEqual({
    me: {
      pairs: [
        {
          party: { id: '2', grade: 2 },
          graded: [
            { __typename: 'Firm', grade: 9, title: 'F' },
            { __typename: 'Person', title: null, grade: 2 },
          ],
        },
      ],
    },
  });
});

test('it works in what a mutation answers', async () => {
  const query = 'mutation { pair(email: "p3@x") { mentor { pairs { mentor { profile { text } } } } } }';
  expect(await dataOf(query)).toEqual({
    pair: { mentor: { pairs: [{ mentor: { profile: { text: 'p2@x -' } } }] } },
  });
});

test('a failure of the owner of what is needed is told at the place of the nested field', async () => {
  const officeServer = federation.subgraph('office');
  officeServer.intercept = ({ variables }, response) => {
    if (variables['representations'] === undefined) return false;
    response.destroy();
    return true;
  };
  const { data, errors } = await federation.ask('{ me { pairs { mentor { profile { text } } } } }');
  officeServer.intercept = null;
  expect(data).toEqual({ me: { pairs: [{ mentor: { profile: null } }] } });
  expect(errors).toMatchObject([
    { path: ['me', 'pairs', 0, 'mentor', 'profile'], extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'office' } },
  ]);
});

test('clients see nothing of the way around', async () => {
  await dataOf('{ me { pairs { mentor { profile { text } } } } }');
  const { data } = await federation.ask('{ __schema { types { name fields { name } } } }');
  expect(JSON.stringify(data)).not.toContain('_continue');
  const { status, errors } = await federation.ask('{ me { _continue { id } } }', {
    headers: { accept: 'application/graphql-response+json' },
  });
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
});
