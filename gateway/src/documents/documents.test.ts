import { buildSchema, parse, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { completeConfig } from '../config/config.js';
import { TypeSystem } from '../graphql/type-system.js';
import { conditionVariables } from '../graphql/conditions.js';
import { FieldKeys } from '../graphql/field-keys.js';
import { parseDocument } from '../graphql/parse-document.js';
import { PlanVariants } from '../operation/plan-variants.js';
import { planningDocument } from '../operation/planning-document.js';
import { RequestError } from '../errors/request-error.js';

const SDL = `
  type Query { me: User nodes: [Node] things: [Thing] }
  interface Node { id: ID! }
  type User implements Node { id: ID! name(short: Boolean): String friend: User best: [User!] }
  type Team implements Node { id: ID! best: User }
  union Thing = User | Team
`;
const schema = buildSchema(SDL);
const types = new TypeSystem(buildSchema(`${SDL} type Hidden implements Node { id: ID! }`));
const LIMITS = { ...completeConfig({ supergraph: { file: 'none' } }).limits, tokens: 200, depth: 5 };

const parsed = (source: string) => parseDocument(source, null, schema, LIMITS);
const planned = (source: string, variables = {}) => {
  const document = parsed(source);
  const text = planningDocument({ parsed: document, schema, types, keys: new FieldKeys(document, schema), variables });
  return text?.replace(/\s+/g, ' ').trim() ?? null;
};
const codeOf = (source: string): string => {
  try {
    parsed(source);
  } catch (error) {
    if (error instanceof RequestError) return error.code;
    throw error;
  }
  return 'none';
};

describe('the document for the planner', () => {
  test('has no aliases of the client, and one key for each use of a field', () => {
    expect(planned('{ me { id: name x: name a: name(short: true) b: name(short: true) c: name(short: false) } }')).toBe(
      '{ me { name name _use0_name: name(short: true) _use0_name: name(short: true) _use1_name: name(short: false) } }',
    );
  });

  test('keeps fields of one name and several types apart', () => {
    expect(planned('{ things { ... on User { a: best { id } } ... on Team { b: best { id } } } }')).toBe(
      '{ things { ... on User { _use0_best: best { id } } ... on Team { _use1_best: best { id } } } }',
    );
  });

  test('has conditions carried out and introspection taken out', () => {
    const source =
      'query ($a: Boolean!) { __schema { queryType { name } } me { id @skip(if: $a) name @include(if: $a) ...F @skip(if: true) } } fragment F on User { id }';
    expect(conditionVariables(parsed(source))).toEqual(['a']);
    expect(planned(source, { a: true })).toContain('{ me { name } }');
    expect(planned(source, { a: false })).toContain('{ me { id } }');
  });

  test('asks the type wherever a hidden one could be, and puts something into an emptied selection', () => {
    expect(planned('{ nodes { id } }')).toBe('{ nodes { id __typename } }');
    expect(planned('query ($a: Boolean!) { me { id @skip(if: $a) } }', { a: true })).toContain('{ me { __typename } }');
  });

  test('opens fragments of a union on itself', () => {
    const source = '{ things { ... on Thing { __typename } ...F } } fragment F on Thing { ... on User { id } }';
    expect(planned(source)).toMatch(/^\{ things \{ \.\.\. \{ __typename \} \.\.\. \{ \.\.\. on User \{ id \} \} \} \}/);
  });

  test('is none when no subgraph has to be asked', () => {
    expect(
      planned('{ __typename ... { __schema { queryType { name } } } ...F } fragment F on Query { __typename }'),
    ).toBeNull();
  });
});

describe('a document', () => {
  test.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($representations: Int) { me { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { me { id } } query B { me { id } }', 'OPERATION_RESOLUTION_FAILURE'],
    [`{ ${'me { id } '.repeat(60)} }`, 'TOKEN_LIMIT_EXCEEDED'],
    ['{ me { friend { friend { friend { id } } } } }', 'none'],
    ['{ me { friend { friend { friend { friend { id } } } } } }', 'DEPTH_LIMIT_EXCEEDED'],
    [
      '{ me { ...A } } fragment A on User { friend { ...B } } fragment B on User { friend { friend { friend { id } } } }',
      'DEPTH_LIMIT_EXCEEDED',
    ],
    ['{ me { ...A } } fragment A on User { friend { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused with %s', (source, code) => {
    expect(codeOf(source)).toBe(code);
  });
});

describe('plan variants', () => {
  test('plan once for each set of condition values, also when asked at the same time', async () => {
    const seen: unknown[] = [];
    const variants = new PlanVariants(['a'], async (variables) => {
      seen.push(variables['a']);
      return { source: {}, tasks: [], services: [] };
    });
    await Promise.all([variants.get({ a: true }), variants.get({ a: true }), variants.get({ a: false, b: 1 })]);
    await variants.get({ a: true, b: 2 });
    expect(seen).toEqual([true, false]);
  });

  test('forget a failure at once', async () => {
    let fails = true;
    const variants = new PlanVariants([], async () => {
      if (fails) throw new Error('no plan');
      return { source: {}, tasks: [], services: [] };
    });
    await expect(variants.get({})).rejects.toThrow('no plan');
    fails = false;
    await expect(variants.get({})).resolves.toEqual({ source: {}, tasks: [], services: [] });
  });
});

test('each response key of a mutation has a key of its own, each equal question has the same', () => {
  const both = buildSchema('type Query { a(x: Int): Int } type Mutation { a(x: Int): Int }');
  const keysOf = (source: string) => {
    const operation = parse(source).definitions[0] as OperationDefinitionNode;
    const keys = new FieldKeys({ operation, fragments: new Map() }, both);
    return operation.selectionSet.selections.map((node) => keys.keyOf(node as FieldNode));
  };
  expect(keysOf('mutation { p: a(x: 1) q: a(x: 1) p: a(x: 1) }')).toEqual(['_use0_a', '_use1_a', '_use0_a']);
  expect(keysOf('{ p: a(x: 1) q: a(x: 1) r: a(x: 2) }')).toEqual(['_use0_a', '_use0_a', '_use1_a']);
  expect(keysOf('{ p: a(x: 1) q: a(x: 1) }')).toEqual(['a', 'a']);
});

test('field keys do not depend on the order of arguments', () => {
  const wide = buildSchema('type Query { a(x: Int, y: Int): Int }');
  const operation = parse('{ p: a(x: 1, y: 2) q: a(y: 2, x: 1) r: a(x: 2, y: 1) }')
    .definitions[0] as OperationDefinitionNode;
  const keys = new FieldKeys({ operation, fragments: new Map() }, wide);
  const nodes = operation.selectionSet.selections as readonly FieldNode[];
  expect(nodes.map((node) => keys.keyOf(node))).toEqual(['_use0_a', '_use0_a', '_use1_a']);
});
