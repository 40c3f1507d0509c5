import { buildSchema, parse, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildPublicSchema } from './public-schema.js';

const link = (url: string, rest = '') => `@link(url: "https://specs.apollo.dev/${url}"${rest})`;

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
