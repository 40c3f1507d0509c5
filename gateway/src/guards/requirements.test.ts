import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { readGuards } from './guards.js';

const guard = (name: string) => `@requiresScopes(scopes: [["${name}"]])`;
const document = parse(`
  type Query { a: T }
  type T implements I ${guard('T')} {
    plain: Int
    own: Int ${guard('own')}
    answers: V
    list: [E!]!
    derived: Int @join__field(graph: A, requires: "own deep { low }") @join__field(graph: B, requires: "second")
    second: Int ${guard('second')}
    deep: Deep
    ring: Int @join__field(graph: A, requires: "gnir") ${guard('ring')}
    gnir: Int @join__field(graph: B, requires: "ring") ${guard('gnir')}
    chain: Int @join__field(graph: A, requires: "derived")
    abstract: Int @join__field(graph: A, requires: "one { low }")
    kind: Int @join__field(graph: A, requires: "one { __typename }")
    narrow: Int @join__field(graph: A, requires: "any { ... on Y { y } }")
    one: One
    any: Any
    lent: Int @join__field
  }
  type V ${guard('V')} { v: Int }
  enum E ${guard('E')} { X }
  type Deep ${guard('Deep')} { low: Int ${guard('low')} }
  interface One { low: Int ${guard('One.low')} }
  type X implements One { low: Int ${guard('X.low')} }
  type Y implements One ${guard('Y')} { low: Int y: Int ${guard('y')} }
  union Any = X | Y
  interface I @join__type(graph: C, isInterfaceObject: true) ${guard('I')} {
    lent: Int @join__field(graph: C, requires: "base") ${guard('lent')}
    base: Int ${guard('base')}
  }
`);
const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
const { requirements } = readGuards(document, schema);

test.each([
  ['plain', []],
  ['own', ['own']],
  ['answers', ['V']],
  ['list', ['E']],
  ['derived', ['Deep', 'low', 'own', 'second']],
  ['chain', ['Deep', 'low', 'own', 'second']],
  ['ring', ['gnir', 'ring']],
  ['gnir', ['gnir', 'ring']],
  ['abstract', ['One.low', 'X.low', 'Y']],
  ['kind', ['Y']],
  ['narrow', ['Y', 'y']],
  ['lent', ['I', 'base', 'lent']],
])('the field %s needs %j besides its type', (field, expected) => {
  const scopes = [...requirements.ofField('T', field).values()].flatMap((clause) =>
    'anyOf' in clause ? clause.anyOf.flat() : [],
  );
  expect(scopes.toSorted()).toEqual(['T', ...expected].toSorted());
});
