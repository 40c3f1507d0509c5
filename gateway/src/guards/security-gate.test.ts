import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { unsafeFeatures } from './security-gate.js';

const link = (url: string, rest = '') => `@link(url: "https://specs.apollo.dev/${url}"${rest})`;
const BASE = `${link('link/v1.0')} ${link('join/v0.5', ', for: EXECUTION')}`;
const GUARDS = ['authenticated', 'requiresScopes', 'policy']
  .map((name) => link(`${name}/v0.1`, ', for: SECURITY'))
  .join(' ');

const linkedWith = (...links: string[]) =>
  unsafeFeatures(parse(`schema ${BASE} ${links.join(' ')} { query: Query } type Query { a: Int }`));
const usedIn = (types: string) =>
  unsafeFeatures(parse(`schema ${BASE} ${GUARDS} { query: Query } type Query { a: Int } ${types}`));

describe('a supergraph may be served', () => {
  test('with the features that are carried out, under their own names', () => {
    const own = link('policy/v0.1', ', as: "policy", import: ["@policy", { name: "@policy", as: "@policy" }]');
    expect(linkedWith(link('inaccessible/v0.2', ', for: SECURITY'), link('tag/v0.3'), GUARDS, own)).toEqual([]);
  });

  test('with guards on objects, interfaces, fields, scalars and enums', () => {
    const types = `
      type T @authenticated @requiresScopes(scopes: [["a", "b"], ["c"]]) { f: Int @policy(policies: [["p"]]) }
      interface I @authenticated { f: Int @authenticated }
      scalar S @authenticated
      enum E @authenticated { A }
      extend type T @authenticated { g: Int @authenticated }`;
    expect(usedIn(types)).toEqual([]);
  });

  test('with a feature that asks for nothing, whoever made it', () => {
    expect(linkedWith('@link(url: "https://example.org/colour/v1.0", as: "paint")')).toEqual([]);
  });
});

describe('a supergraph is refused', () => {
  test.each([
    [link('authenticated/v0.1', ', as: "auth", for: SECURITY'), 'under another name'],
    [
      link('requiresScopes/v0.1', ', import: [{ name: "@requiresScopes", as: "@scopes" }], for: SECURITY'),
      'under another name',
    ],
    [link('policy/v0.1', ', import: [{ as: "@rule" }]'), 'under another name'],
    [link('policy/v0.2', ', for: SECURITY'), 'not a known version'],
    [link('authenticated', ', for: SECURITY'), 'not a known version'],
    [link('Authenticated/v0.1'), 'not a known version'],
    ['@link(url: "https://example.org/authenticated/v0.1")', 'not a known version'],
    ['@core(feature: "https://specs.apollo.dev/policy/v0.3")', 'not a known version'],
    [link('context/v0.1', ', for: SECURITY'), '@context (https://specs.apollo.dev/context/v0.1), which is not carried'],
    [link('something/v1.0', ', for: EXECUTION'), '@something'],
  ])('for the link %s', (directive, reason) => {
    expect(linkedWith(directive).join()).toContain(reason);
  });

  test.each([
    ['type T { f: Int @requiresScopes(scopes: []) }', 'at "f" with arguments of an unexpected form'],
    ['type T { f: Int @requiresScopes(scopes: [[]]) }', 'unexpected form'],
    ['type T { f: Int @requiresScopes(scopes: ["a"]) }', 'unexpected form'],
    ['type T { f: Int @requiresScopes(scopes: "a") }', 'unexpected form'],
    ['type T { f: Int @requiresScopes(scopes: [[a]]) }', 'unexpected form'],
    ['type T { f: Int @requiresScopes(scope: [["a"]]) }', 'unexpected form'],
    ['type T { f: Int @policy }', 'unexpected form'],
    ['type T { f: Int @policy(policies: [["a", ""]]) }', 'unexpected form'],
    ['type T { f: Int @authenticated(if: false) }', 'unexpected form'],
    ['union U @authenticated = Query', '@authenticated at "U", where it is not carried out'],
    ['enum E { A @authenticated }', 'where it is not carried out'],
    ['input I { a: Int @authenticated }', 'where it is not carried out'],
    ['type T { f(a: Int @authenticated): Int }', 'where it is not carried out'],
    ['type T { f: Int @federation__authenticated }', 'a guard under another name'],
    ['type T { f: Int @RequiresScopes(scopes: [["a"]]) }', 'a guard under another name'],
    ['type T @join__directive(graphs: [A], name: "policy", args: {}) { f: Int }', '@policy at "T" inside'],
    ['type T { f(a: Int): Int @join__field(graph: A, contextArguments: [{ name: "a" }]) }', '@fromContext at "f"'],
  ])('for the use in %s', (types, reason) => {
    expect(usedIn(types).join()).toContain(reason);
  });

  test('for a guard without a link', () => {
    const types = 'type Query { a: Int @policy(policies: [["x"]]) }';
    expect(unsafeFeatures(parse(types))).toEqual(['@policy at "a" without a link that says what it means']);
  });
});
