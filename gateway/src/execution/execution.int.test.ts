import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badges, changes, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges]);
});
afterAll(() => federation.close());

describe('entities', () => {
  test('a profile spans all subgraphs with one fetch per subgraph and level', async () => {
    const { data, errors, fetches } = await federation.ask(
      '{ me { name age badge reviews { body stars author { name } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      me: {
        name: 'Aysel',
        age: 21,
        badge: 'gold',
        reviews: [
          { body: 'body of r3', stars: 3, author: { name: 'Aysel' } },
          { body: 'body of r4', stars: 4, author: { name: 'Murad' } },
        ],
      },
    });
    const places = fetches.map(({ service, level }) => `${service} ${level}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('a longer list makes no more fetches than a shorter one', async () => {
    const query = 'query ($first: Int) { users(first: $first) { name age badge reviews { stars } } }';
    const one = await federation.ask(query, { variables: { first: 1 } });
    const three = await federation.ask(query, { variables: { first: 3 } });
    expect(one.data.users).toHaveLength(1);
    expect(three.data.users).toHaveLength(3);
    expect(three.fetches.map(({ service }) => service)).toEqual(one.fetches.map(({ service }) => service));
  });

  test('equal entities are asked once and answered at each place', async () => {
    const { data, fetches } = await federation.ask('{ me { badge } users { badge } }');
    expect(data).toEqual({
      me: { badge: 'gold' },
      users: [{ badge: 'gold' }, { badge: 'silver' }, { badge: 'bronze' }],
    });
    expect(fetches.filter(({ service }) => service === 'badges').map((fetch) => fetch.representations)).toEqual([3]);
  });

  test('null in a list of entities stays null at its place', async () => {
    const { data, errors } = await federation.ask('{ maybeUsers { name badge } top { price reviews { stars } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      maybeUsers: [{ name: 'Aysel', badge: 'gold' }, null, { name: 'Leyla', badge: 'bronze' }],
      top: [
        { price: 10, reviews: [{ stars: 1 }, null, { stars: 3 }] },
        { price: 20, reviews: [] },
      ],
    });
  });

  test('without any entity nothing is sent', async () => {
    const { data, fetches } = await federation.ask('{ user(id: "nobody") { name badge } }');
    expect(data).toEqual({ user: null });
    expect(fetches.map(({ service }) => service)).toEqual(['people']);
  });

  test('a fetch does not wait for a slow one whose values it does not need', async () => {
    const slow = federation.subgraph('asan-reviews');
    const answered: string[] = [];
    const { promise: second, resolve: secondAsked } = Promise.withResolvers<void>();
    // Stars of the products' reviews need the first answer of asan-reviews; badges of users need only people.
    slow.intercept = async ({ query }) => {
      if (!query.includes('age')) return false;
      await second;
      answered.push('age');
      return false;
    };
    federation.subgraph('badges').intercept = ({ query }) => {
      answered.push(query.includes('stars') ? 'stars' : 'badge');
      secondAsked();
      return false;
    };
    const { data } = await federation.ask('{ me { age badge } top { reviews { stars } } }');
    slow.intercept = null;
    federation.subgraph('badges').intercept = null;
    expect(data.me).toEqual({ age: 21, badge: 'gold' });
    expect(answered.at(-1)).toBe('age');
  });
});

describe('requires', () => {
  test('the needed value travels although clients may not see it', async () => {
    const { data, errors } = await federation.ask('{ users { name age } }');
    expect(errors).toBeUndefined();
    expect(data.users.map((user: { age: number | null }) => user.age)).toEqual([21, 21, null]);
  });

  test('a client cannot see or put in a needed value', async () => {
    expect((await federation.ask('{ me { grant { who } } }')).errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    const { data } = await federation.ask('{ user(id: "u3") { grant: reviews { ok: body } age } }');
    expect(data.user.age).toBeNull();
    expect(data.user.grant).toHaveLength(2);
  });

  test('an alias in the name of the key does not change which entity is asked', async () => {
    const { data, errors } = await federation.ask('{ a: me { id: name badge } b: user(id: "u2") { id: kind rank } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: { id: 'Aysel', badge: 'gold' }, b: { id: 'MEMBER', rank: 2 } });
  });

  test('an alias for a value of a later subgraph does not change the key either', async () => {
    const { data, errors } = await federation.ask('{ me { id: age badge } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: { id: 21, badge: 'gold' } });
  });
});

describe('abstract types', () => {
  test('fragments on an interface take the fields of each type', async () => {
    const { data, errors } = await federation.ask(
      '{ nodes { __typename id ... on User { name badge } ... on Product { price } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual([
      { __typename: 'User', id: 'u1', name: 'Aysel', badge: 'gold' },
      { __typename: 'Product', id: 'p1', price: 10 },
    ]);
  });

  test('an interface object adds its field to each implementation', async () => {
    const { data, errors } = await federation.ask(
      '{ media { __typename title rating ... on Book { pages } ... on Film { minutes } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.media).toEqual([
      { __typename: 'Book', title: 'A book', rating: 3, pages: 100 },
      null,
      { __typename: 'Film', title: 'A film', rating: 6, minutes: 90 },
    ]);
  });

  test('an object of a type that is inaccessible is null, also where its type is not asked', async () => {
    const { text } = await federation.ask('{ secretThing { __typename ... on Node { id } } }');
    expect(JSON.parse(text).data).toEqual({ secretThing: null });
    const union = await federation.ask('{ things { __typename ... on User { id } } }');
    expect(union.data.things).toEqual([{ __typename: 'User', id: 'u2' }, { __typename: 'Product' }]);
  });

  test('the public schema knows nothing inaccessible', async () => {
    const { text } = await federation.ask(
      '{ __schema { types { name fields { name } enumValues { name } possibleTypes { name } } directives { name } } }',
    );
    for (const name of ['Grant', 'Hidden', 'SECRET', 'grant', 'join__', 'link', '_entities']) {
      expect(text).not.toContain(`"${name}`);
    }
    expect(text).toContain('"Review"');
  });
});

describe('operations', () => {
  test('mutations run one after the other in the order of the document', async () => {
    changes.length = 0;
    const { data, errors } = await federation.ask(
      'mutation { a: rename(id: "u1", name: "A") { name badge } addReview(body: "good") { body stars } b: rename(id: "u2", name: "B") { name } }',
    );
    expect(errors).toBeUndefined();
    expect(changes).toEqual(['rename u1 A', 'review good', 'rename u2 B']);
    expect(data).toEqual({
      a: { name: 'A', badge: 'gold' },
      addReview: { body: 'good', stars: 1 },
      b: { name: 'B' },
    });
    expect(Object.keys(data)).toEqual(['a', 'addReview', 'b']);
  });

  test('two mutations that read the same are two acts', async () => {
    changes.length = 0;
    const { data } = await federation.ask(
      'mutation { a: rename(id: "u1", name: "A") { name } b: rename(id: "u1", name: "A") { id } }',
    );
    expect(changes).toEqual(['rename u1 A', 'rename u1 A']);
    expect(data).toEqual({ a: { name: 'A' }, b: { id: 'u1' } });
  });

  test.each([
    { skip: true, include: true, expected: { name: 'Aysel', badge: 'gold' }, services: ['people', 'badges'] },
    { skip: false, include: true, expected: { name: 'Aysel', age: 21, badge: 'gold' }, services: null },
    { skip: true, include: false, expected: { name: 'Aysel' }, services: ['people'] },
    { skip: false, include: false, expected: { name: 'Aysel', age: 21 }, services: ['people', 'asan-reviews'] },
  ])('skip $skip and include $include leave out fields and their fetches', async (example) => {
    const { skip, include, expected, services } = example;
    const { data, errors, fetches } = await federation.ask(
      'query ($skip: Boolean!, $include: Boolean!) { me { name age @skip(if: $skip) ...B @include(if: $include) } } fragment B on User { badge }',
      { variables: { skip, include } },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: expected });
    if (services !== null) expect(fetches.map(({ service }) => service)).toEqual(services);
  });

  test('the answer has the order of the document', async () => {
    const { text } = await federation.ask('{ me { badge name __typename age id } }');
    expect(text).toContain('{"me":{"badge":"gold","name":"Aysel","__typename":"User","age":21,"id":"u1"}}');
  });

  test('the operation is chosen by name and unknown names are refused', async () => {
    const query = 'query A { me { name } } query B { me { badge } }';
    expect((await federation.ask(query, { operationName: 'B' })).data).toEqual({ me: { badge: 'gold' } });
    for (const options of [{}, { operationName: 'C' }]) {
      expect((await federation.ask(query, options)).errors?.[0]?.extensions['code']).toBe(
        'OPERATION_RESOLUTION_FAILURE',
      );
    }
  });

  test('introspection and type names need no subgraph', async () => {
    const { data, fetches } = await federation.ask(
      'query ($name: String!) { __typename __type(name: $name) { name } ... { s: __schema { queryType { name } } } }',
      { variables: { name: 'User' } },
    );
    expect(data).toEqual({ __typename: 'Query', __type: { name: 'User' }, s: { queryType: { name: 'Query' } } });
    expect(fetches).toEqual([]);
  });

  test('a subscription is not valid where the graph has none', async () => {
    const { errors } = await federation.ask('subscription { me { id } }');
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
