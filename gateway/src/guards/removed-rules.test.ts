import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { readGuards } from './guards.js';
import { removedRules } from './removed-rules.js';

function guards(types: string) {
  const document = parse(`type Query { a: Int } ${types}`);
  return readGuards(document, buildASTSchema(document, { assumeValidSDL: true }));
}
const scopes = (...groups: string[][]) => `@requiresScopes(scopes: ${JSON.stringify(groups)})`;

test.each([
  ['a rule vanished', 'type T { f: Int @authenticated }', 'type T { f: Int }', ['T.f']],
  ['a type was opened', 'type T @authenticated { f: Int }', 'type T { f: Int @authenticated }', ['T']],
  [
    'a scalar and an enum were opened',
    'scalar S @authenticated enum E @authenticated { A }',
    'scalar S enum E { A }',
    ['S', 'E'],
  ],
  [
    'a scope is no longer needed',
    `type T { f: Int ${scopes(['a', 'b'])} }`,
    `type T { f: Int ${scopes(['a'])} }`,
    ['T.f'],
  ],
  [
    'there is one more way in',
    `type T { f: Int ${scopes(['a'])} }`,
    `type T { f: Int ${scopes(['a'], ['b'])} }`,
    ['T.f'],
  ],
  [
    'a policy became a scope',
    'type T { f: Int @policy(policies: [["p"]]) }',
    `type T { f: Int ${scopes(['p'])} }`,
    ['T.f'],
  ],
  ['an interface was opened', 'interface I @authenticated { f: Int }', 'interface I { f: Int }', ['I']],
  ['a scope became the login alone', `type T { f: Int ${scopes(['a'])} }`, 'type T { f: Int @authenticated }', ['T.f']],
])('it is told when %s', (_what, before, after, expected) => {
  expect(removedRules(guards(before), guards(after))).toEqual(expected);
});

test.each([
  [
    'nothing changed',
    `type T @authenticated { f: Int ${scopes(['a', 'b'], ['c'])} }`,
    `type T @authenticated { f: Int ${scopes(['c'], ['b', 'a'])} }`,
  ],
  [
    'the guarded thing is gone',
    'type T @authenticated { f: Int } type V { g: Int @authenticated h: Int }',
    'type V { h: Int }',
  ],
  ['a rule moved from a field to its type', 'type T { f: Int @authenticated }', 'type T @authenticated { f: Int }'],
  [
    'a rule became stricter',
    `type T { f: Int ${scopes(['a'], ['b'])} }`,
    `type T { f: Int ${scopes(['a'])} ${scopes(['c'])} }`,
  ],
  [
    'one rule is written as two',
    `type T { f: Int ${scopes(['a', 'b'])} }`,
    `type T @requiresScopes(scopes: [["a"]]) { f: Int ${scopes(['b'])} }`,
  ],
  ['a scope takes the place of the login', 'type T { f: Int @authenticated }', `type T { f: Int ${scopes(['a'])} }`],
])('nothing is told when %s', (_what, before, after) => {
  expect(removedRules(guards(before), guards(after))).toEqual([]);
});

test('a rule with more alternatives than can be looked through counts as removed', () => {
  const many = Array.from({ length: 70 }, (_, index) => [`s${index}`]);
  const before = guards(`type T { f: Int ${scopes(['x', 'y'])} }`);
  const after = guards(
    `type T @requiresScopes(scopes: ${JSON.stringify(many)}) { f: Int ${scopes(...many.slice(1))} ${scopes(['x', 'y', 'z'])} }`,
  );
  expect(removedRules(before, after)).toEqual(['T.f']);
});
