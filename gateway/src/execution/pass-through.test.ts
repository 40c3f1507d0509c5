import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileConforms, withPassThrough } from './pass-through.js';
import type { Json } from '../subgraph/json.js';
import { compileShape, type Shape } from './shape.js';
import { TypeSystem } from '../graphql/type-system.js';

const types = new TypeSystem(
  buildSchema(`
    type Query { user: User things: [Thing] }
    type User { name: String! age: Int friends: [User!] constructor: String kind: Kind tags: [String] }
    type Team { size: Int }
    union Thing = User | Team
    enum Kind { A B }
  `),
);

function shapeOf(query: string): Shape {
  const [operation] = parse(query).definitions as [OperationDefinitionNode];
  return compileShape(operation.selectionSet, 'Query', { types, fragments: new Map(), renames: [] });
}

const passedThrough = (query: string, shared: readonly string[] = []) => {
  const found: string[] = [];
  const visit = ({ fields }: Shape, path: string): void => {
    for (const { key, conforms, shape } of fields) {
      if (conforms !== null) found.push(`${path}/${key}`);
      else if (shape !== null) visit(shape, `${path}/${key}`);
    }
  };
  const isShared = (path: string) => shared.some((one) => one === path || one.startsWith(`${path}/`));
  visit(withPassThrough(shapeOf(query), '', isShared), '');
  return found;
};

describe('an object is passed through', () => {
  test('when its fetch alone writes there and below', () => {
    expect(passedThrough('{ user { name friends { age } } }')).toEqual(['/user']);
    expect(passedThrough('{ user { name friends { age } } }', ['/user/badge'])).toEqual(['/user/friends']);
    expect(passedThrough('{ user { friends { friends { age } } } }', ['/user/friends/badge'])).toEqual([
      '/user/friends/friends',
    ]);
    expect(passedThrough('{ user { friends { age } } }', ['/user/friends/age'])).toEqual([]);
  });

  test('unless a field has a name that every object inherits', () => {
    expect(passedThrough('{ user { constructor friends { age } } }')).toEqual(['/user/friends']);
  });
});

describe('a value conforms', () => {
  const user = compileConforms(shapeOf('{ user { name age kind tags friends { age } } }').fields[0]?.shape as Shape);
  const plain = { name: 'a', age: 1, kind: 'A', tags: ['x', null], friends: [{ age: null }] };

  test('when each asked field is there and of its kind, whatever else is', () => {
    expect(user(plain)).toBe(true);
    expect(user([plain, null, [plain]])).toBe(true);
    expect(user({ ...plain, extra: 1, friends: null })).toBe(true);
  });

  test.each<[string, Json]>([
    ['left out', { age: 1, kind: 'A', tags: [], friends: [] }],
    ['text for a number', { ...plain, age: '1' }],
    ['an unknown enum value', { ...plain, kind: 'C' }],
    ['an object for a leaf', { ...plain, name: {} }],
    ['a leaf for an object', { ...plain, friends: [1] }],
    ['left out below', { ...plain, friends: [{}] }],
    ['text for the object', 'a'],
  ])('not with a value %s', (_what, value) => {
    expect(user(value)).toBe(false);
  });

  test('by the fields of its own type only', () => {
    const things = shapeOf('{ things { __typename ... on User { name } ... on Team { size } } }').fields[0];
    const conforms = compileConforms(things?.shape as Shape);
    const team = { __typename: 'Team', size: 1 };
    expect(conforms([{ __typename: 'User', name: 'a' }, team])).toBe(true);
    expect(conforms({ __typename: 'User', size: 1 })).toBe(false);
    expect(conforms({ name: 'a', size: 1 })).toBe(false);
  });

  test('in lists of lists up to a depth that no schema has', () => {
    const nested = (depth: number): Json => (depth === 0 ? plain : [nested(depth - 1)]);
    expect(user(nested(8))).toBe(true);
    expect(user(nested(9))).toBe(false);
  });
});
