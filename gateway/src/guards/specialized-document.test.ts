import { buildSchema, parse, print, Kind, type FragmentDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { specializeDocument } from './specialized-document.js';

const members = Array.from({ length: 100 }, (_, index) => `type T${index} implements I { a: Int i: I }`);
const schema = buildSchema(`
  type Query { i: I t: T0 u: U }
  interface I { a: Int i: I }
  union U = T0 | T1
  ${members.join('\n')}
`);

function specialize(source: string) {
  const [operation, ...rest] = parse(source).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The test has no operation.');
  const fragments = new Map(
    rest.map((node) => [(node as FragmentDefinitionNode).name.value, node as FragmentDefinitionNode]),
  );
  return specializeDocument({ operation, fragments }, schema, (name) => name === 'I');
}

test('a fragment has one copy for each specialization and not one for each place', () => {
  const { operation, fragments, specializations } = specialize(
    '{ i { ...F } t { ...F } again: t { ...F } } fragment F on T0 { a }',
  );
  expect([...fragments.keys()]).toEqual(['_0_F', '_1_F']);
  expect(print(operation).match(/_1_F/g)).toHaveLength(2);
  const leaves = [...specializations]
    .filter(([node]) => node.name.value === 'a')
    .map(([, specialization]) => specialization);
  expect(leaves).toMatchObject([
    { possible: ['T0'], through: ['I'] },
    { possible: ['T0'], through: [] },
  ]);
});

test('the condition of a fragment narrows the types and adds the interface', () => {
  const { specializations } = specialize('{ u { ... on I { a ... on T1 { i { a } } } } }');
  expect(
    [...specializations].map(([node, { possible, through }]) => [node.name.value, possible.length, through]),
  ).toEqual([
    ['a', 2, ['I']],
    ['a', 100, ['I']],
    ['i', 1, ['I']],
    ['u', 1, []],
  ]);
});

test('a document that asks for too much on too many types is refused', () => {
  const fields = (count: number) => Array.from({ length: count }, () => 'a').join(' ');
  expect(specialize(`{ i { ${fields(900)} } }`).specializations.size).toBe(901);
  expect(() => specialize(`{ i { ${fields(1_100)} } }`)).toThrow('too many fields');
});
