import { buildSchema, parse, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildPublicSchema } from './public-schema.js';
import { unenforcedFeatures } from './security-features.js';

const link = (url: string, rest = '') => `@link(url: "https://specs.apollo.dev/${url}"${rest})`;
const schemaWith = (...links: string[]) => parse(`schema ${links.join(' ')} { query: Query } type Query { a: Int }`);

describe('features that are not enforced', () => {
  test('are none in a plain supergraph', () => {
    const plain = schemaWith(
      link('link/v1.0'),
      link('join/v0.3', ', for: EXECUTION'),
      link('inaccessible/v0.2', ', for: SECURITY'),
      link('tag/v0.3'),
    );
    expect(unenforcedFeatures(plain)).toEqual([]);
  });

  test.each([
    ['authenticated/v0.1', ', for: SECURITY'],
    ['authenticated/v0.1', ', as: "auth", for: SECURITY'],
    ['requiresScopes/v0.1', ', import: [{ name: "@requiresScopes", as: "@scopes" }], for: SECURITY'],
    ['policy/v0.1', ''],
    ['context/v0.1', ', for: SECURITY'],
    ['something/v1.0', ', for: EXECUTION'],
  ])('are found by the address of the link, whatever their name here: %s%s', (url, rest) => {
    expect(unenforcedFeatures(schemaWith(link('join/v0.3', ', for: EXECUTION'), link(url, rest)))).toEqual([
      `@${url.split('/')[0]} (https://specs.apollo.dev/${url})`,
    ]);
  });

  test('are found by their use without a link', () => {
    expect(unenforcedFeatures(parse('type Query { a: Int @policy(policies: [["x"]]) }'))).toEqual(['@policy']);
  });
});

describe('the public schema', () => {
  test('has neither machinery nor anything inaccessible, and keeps descriptions and deprecations', () => {
    const schema = buildPublicSchema(
      parse(`
        schema ${link('join/v0.3', ', for: EXECUTION')} ${link('inaccessible/v0.2', ', as: "hidden", for: SECURITY')} { query: Query }
        directive @join__field(graph: join__Graph) on FIELD_DEFINITION
        directive @hidden on OBJECT
        scalar join__FieldSet
        enum join__Graph { A @join__graph(name: "a", url: "http://a") }
        enum link__Purpose { SECURITY }
        "All that can be asked."
        type Query { a(x: Int = 1, y: Int @hidden): U @join__field(graph: A) "Old." old: Int @deprecated(reason: "gone") b: Secret @hidden }
        union U = T | Secret
        interface I { id: ID }
        interface Hidden @hidden { id: ID }
        type T implements I & Hidden { id: ID kind: Kind }
        type Secret @hidden { id: ID }
        enum Kind { A B @inaccessible }
        input In { a: Int b: Int @hidden }
      `),
    );
    const expected = buildSchema(`
      "All that can be asked."
      type Query { a(x: Int = 1): U "Old." old: Int @deprecated(reason: "gone") }
      union U = T
      interface I { id: ID }
      type T implements I { id: ID kind: Kind }
      enum Kind { A }
      input In { a: Int }
    `);
    expect(printSchema(schema)).toBe(printSchema(expected));
  });
});
