import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ABSTRACT_CASES, ABSTRACT_CASES_BEFORE, INTERFACE_RULE_CASES } from '../../testing/abstract-guard-cases.js';
import type { GuardCase } from '../../testing/guard-case.js';
import { CASES } from '../../testing/guard-cases.js';
import { compose } from '../../testing/compose.js';
import { startFederation, type Answer, type Federation } from '../../testing/federation.js';
import {
  asComposedBefore,
  CANARY,
  deeds,
  guardedSubgraphs,
  withInterfaceRules,
} from '../../testing/guarded-subgraphs.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

type Form = 'today' | 'before' | 'interfaces';
type Who = 'anonymous' | 'wrong' | 'right';

const CHANGES: Readonly<Record<Form, (supergraph: string) => string>> = {
  today: (supergraph) => supergraph,
  before: asComposedBefore,
  interfaces: withInterfaceRules,
};
const FORMS = Object.keys(CHANGES) as readonly Form[];

let provider: IdentityProvider;
const english = { 'accept-language': 'en' };
const headers = new Map<Who, Readonly<Record<string, string>>>();
const federations = new Map<Form, Federation>();

beforeAll(async () => {
  provider = await startIdentityProvider();
  const bearer = async (scope: string) => ({ authorization: `Bearer ${await provider.token({ sub: 'a', scope })}` });
  headers.set('wrong', await bearer('other secret:x'));
  headers.set('right', await bearer('other secret'));
  const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
  for (const form of FORMS) {
    federations.set(form, await startFederation(guardedSubgraphs, { issuers }, { change: CHANGES[form] }));
  }
});
afterAll(async () => {
  await Promise.all([...federations.values()].map((federation) => federation.close()));
  await provider.close();
});
beforeEach(() => {
  deeds.length = 0;
  for (const { subgraphs } of federations.values()) {
    for (const subgraph of Object.values(subgraphs)) {
      subgraph.received.length = 0;
      subgraph.intercept = null;
    }
  }
});

function federation(form: Form): Federation {
  const found = federations.get(form);
  if (found === undefined) throw new Error(`There is no form "${form}".`);
  return found;
}

function ask(form: Form, who: Who, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  return federation(form).ask(query, { variables, headers: { ...english, ...headers.get(who) } });
}

function asked(form: Form): string {
  return Object.values(federation(form).subgraphs)
    .flatMap(({ received }) => received.map(({ body }) => body))
    .join('\n');
}

function pathsOf({ errors }: Answer) {
  for (const { message, extensions } of errors ?? []) {
    expect(message).toBe('Unauthorized field or type.');
    expect(extensions).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  }
  return errors?.map(({ path }) => path);
}

describe.each<[Form, readonly GuardCase[]]>([
  ['today', [...CASES, ...ABSTRACT_CASES]],
  ['before', ABSTRACT_CASES_BEFORE],
  ['interfaces', INTERFACE_RULE_CASES],
])('in the form "%s"', (form, cases) => {
  describe.each(cases)('$title', ({ query, variables, data, paths, unasked, shown }) => {
    test.each(['anonymous', 'wrong'] as const)('is redacted for a viewer who is %s', async (who) => {
      const answer = await ask(form, who, query, variables);
      expect(answer.text).not.toContain(CANARY);
      expect(answer.data).toEqual(data);
      expect(pathsOf(answer)).toEqual(paths);
      if (unasked !== undefined) expect(asked(form)).not.toMatch(new RegExp(`\\b${unasked}\\b`));
    });

    test('is open for a viewer with the right', async () => {
      const { text, errors } = await ask(form, 'right', query, variables);
      expect(errors).toBeUndefined();
      expect(text).toContain(shown ?? CANARY);
      if (unasked !== undefined) expect(asked(form)).toMatch(new RegExp(`\\b${unasked}\\b`));
    });
  });
});

test('composition links the guards for security under their own names', () => {
  const servers = Object.values(federation('today').subgraphs);
  expect(compose(servers)).toContain('@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)');
});

test.each([
  ['requiresScopes/v0.1"', 'requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@scopes" }]'],
  ['requiresScopes/v0.1"', 'requiresScopes/v0.1", as: "scopes"'],
  ['requiresScopes/v0.1"', 'requiresScopes/v0.2"'],
  ['requiresScopes/v0.1"', 'somethingElse/v0.1"'],
])('CVE-2025-64347: a supergraph with another name or version for a guard is refused: %s as %s', async (from, to) => {
  const change = (supergraph: string) => supergraph.replace(from, to);
  await expect(startFederation(guardedSubgraphs, {}, { change })).rejects.toThrow(/refused.*specs\.apollo\.dev/);
});

describe('one document by several viewers', () => {
  const query = (mark: string) => `query ${mark} { me { id email } }`;

  test('is redacted for the anonymous one after the authorised one', async () => {
    expect((await ask('today', 'right', query('A'))).text).toContain(CANARY);
    expect((await ask('today', 'anonymous', query('A'))).text).not.toContain(CANARY);
    expect((await ask('today', 'wrong', query('A'))).text).not.toContain(CANARY);
  });

  test('is open for the authorised one after the anonymous one', async () => {
    expect((await ask('today', 'anonymous', query('B'))).text).not.toContain(CANARY);
    expect((await ask('today', 'right', query('B'))).text).toContain(CANARY);
  });

  test('keeps them apart when they ask at the same time', async () => {
    const who = Array.from({ length: 30 }, (_, index): Who => (index % 3 === 0 ? 'right' : 'anonymous'));
    const answers = await Promise.all(who.map((one) => ask('today', one, query('C'))));
    expect(answers.map(({ text }) => text.includes(CANARY))).toEqual(who.map((one) => one === 'right'));
  });
});

test('one fragment may be redacted where it is reached through a guarded interface and open elsewhere', async () => {
  const query = '{ contact { ...F } card { ...F } } fragment F on Card { name email }';
  const answer = await ask('interfaces', 'anonymous', query);
  expect(answer.data).toEqual({
    contact: { name: 'Card', email: null },
    card: { name: 'Card', email: `${CANARY}-card` },
  });
  expect(pathsOf(answer)).toEqual([['contact', 'email']]);
});

describe('a list of a union', () => {
  test('has the error whether there are objects that are left out or not', async () => {
    const of = (field: string) => `{ list: ${field} { __typename ... on Clinic { title } } }`;
    const some = await ask('today', 'anonymous', of('things'));
    const none = await ask('today', 'anonymous', of('noThings'));
    expect(some.data.list.map((one: { __typename: string }) => one.__typename)).toEqual(['Shop', 'Person']);
    expect(none.data.list).toEqual([{ __typename: 'Shop' }]);
    expect([pathsOf(some), pathsOf(none)]).toEqual([[['list']], [['list']]]);
  });

  test('has no error, and not the objects either, when only other types are asked', async () => {
    const { data, errors } = await ask('today', 'anonymous', '{ things { ... on Shop { title } } }');
    expect(data).toEqual({ things: [{ title: 'A shop' }, {}] });
    expect(errors).toBeUndefined();
  });

  test('tells nothing of what failed in it', async () => {
    federation('today').subgraph('office').intercept = (_request, response) => {
      const message = `${CANARY} failed`;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          data: { things: [null, { __typename: 'Shop' }] },
          errors: [{ message, path: ['things', 0] }],
        }),
      );
      return true;
    };
    const answer = await ask('today', 'anonymous', '{ things { __typename } }');
    expect(answer.text).not.toContain(CANARY);
    expect(answer.data).toEqual({ things: [{ __typename: 'Shop' }] });
    expect(pathsOf(answer)).toEqual([['things']]);
  });

  test('that failed as a whole tells neither the message nor the place of the failure', async () => {
    federation('today').subgraph('office').intercept = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      const errors = [
        { message: CANARY, path: ['maybeThings', 3, 'title'], extensions: { code: 'GONE', canary: CANARY } },
      ];
      response.end(JSON.stringify({ data: { maybeThings: null }, errors }));
      return true;
    };
    const { text, data, errors } = await ask('today', 'anonymous', '{ maybeThings { __typename } }');
    expect(text).not.toContain(CANARY);
    expect(data).toEqual({ maybeThings: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['maybeThings'], 'UNAUTHORIZED_FIELD_OR_TYPE'],
      [['maybeThings'], 'GONE'],
    ]);
  });
});

test('a guarded object in a place that may not be null has one error', async () => {
  const answer = await ask('today', 'anonymous', '{ open sureThing { ... on Shop { title } } }');
  expect(answer.data).toBeNull();
  expect(pathsOf(answer)).toEqual([['sureThing']]);
});

test('objects whose type cannot be found out are left out', async () => {
  federation('before').subgraph('office').intercept = (_request, response) => Boolean(response.destroy());
  const answer = await ask('before', 'anonymous', '{ rated { stars } }');
  expect(answer.data).toEqual({ rated: [] });
  expect(pathsOf(answer)).toEqual([['rated']]);
});

test('a mutation without the right never runs, and the others do', async () => {
  await ask('today', 'wrong', 'mutation { touch burn a: burn dig { gold } b: touch }');
  expect(deeds).toEqual(['touch', 'touch']);
});

test('clients cannot ask for entities', async () => {
  const query = '{ _entities(representations: [{ __typename: "Person", id: "p1" }]) { ... on Person { email } } }';
  const { errors } = await ask('today', 'right', query);
  expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('introspection is open, without the machinery of the guards', async () => {
  const query =
    '{ __schema { types { name } } __type(name: "Vault") { ...F } me { id email } } fragment F on __Type { name }';
  const { data } = await ask('today', 'anonymous', query);
  expect(data.__type).toEqual({ name: 'Vault' });
  expect(JSON.stringify(data.__schema)).not.toContain('requiresScopes');
  expect(data.me).toEqual({ id: 'p1', email: null });
});

test('a guard may ask for a login or a configured policy', async () => {
  const desk = {
    name: 'desk',
    typeDefs: `type Query {
      open: String
      mine: String @authenticated
      staff: String @policy(policies: [["staff"]])
      own: String @policy(policies: [["own"], ["staff", "unknown"]])
      never: String @policy(policies: [["unknown"]])
      both: String @authenticated @requiresScopes(scopes: [["a"], ["b"]]) @policy(policies: [["staff"]])
    }`,
    fieldResolver: () => 'yes',
  };
  const desks = await startFederation([desk], {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    policies: { staff: { roles: ['clerk', 'head'] }, own: { volunteer: true } },
  });
  const seen = async (claims: Record<string, unknown> | null) => {
    const given = claims === null ? {} : { authorization: `Bearer ${await provider.token({ sub: 'a', ...claims })}` };
    const { data } = await desks.ask('{ open mine staff own never both }', { headers: { ...english, ...given } });
    return Object.keys(data).filter((key) => data[key] === 'yes');
  };
  expect(await seen(null)).toEqual(['open']);
  expect(await seen({})).toEqual(['open', 'mine']);
  expect(await seen({ roles: ['head'] })).toEqual(['open', 'mine', 'staff']);
  expect(await seen({ volunteer: 'v1' })).toEqual(['open', 'mine', 'own']);
  expect(await seen({ roles: ['clerk'], scope: 'b' })).toEqual(['open', 'mine', 'staff', 'both']);
  await desks.close();
});

test('a guarded root type is redacted with its name, and introspection stays open', async () => {
  const desk = { name: 'desk', typeDefs: 'type Query @authenticated { own: String }', fieldResolver: () => CANARY };
  const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
  const desks = await startFederation([desk], { issuers });
  const named = await desks.ask('{ name: __typename }', { headers: english });
  const asked = await desks.ask('{ own __type(name: "Query") { name } }', { headers: english });
  const known = await desks.ask('{ own __typename }', { headers: { ...english, ...headers.get('wrong') } });
  await desks.close();
  expect([named.data, pathsOf(named)]).toEqual([null, [['name']]]);
  expect([asked.data, pathsOf(asked)]).toEqual([{ own: null, __type: { name: 'Query' } }, [['own']]]);
  expect([known.data, known.errors]).toEqual([{ own: CANARY, __typename: 'Query' }, undefined]);
  expect(desks.subgraph('desk').received).toHaveLength(1);
});
