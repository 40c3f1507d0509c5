import { explain } from '../errors/messages.js';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { RequiresSelection } from '../planning/plan.js';
import { Failure, unavailable } from './failure.js';
import { compileRepresentation } from './representation.js';
import { createStateObject, type StateObject } from './state.js';
import { TypeSystem } from '../graphql/type-system.js';

const types = new TypeSystem(
  buildSchema(
    'type Query { a: I } interface I { id: ID } type A implements I { id: ID } type B implements I { id: ID }',
  ),
);
const field = (name: string, selections?: RequiresSelection[], alias?: string): RequiresSelection => ({
  kind: 'Field',
  name,
  ...(selections === undefined ? {} : { selections }),
  ...(alias === undefined ? {} : { alias }),
});
const on = (typeCondition: string, ...selections: RequiresSelection[]): RequiresSelection => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});
const object = (values: Record<string, unknown>): StateObject => Object.assign(createStateObject(), values);

describe('a representation', () => {
  const write = compileRepresentation(
    [on('I', field('__typename'), field('id')), on('A', field('extra', [field('x')]))],
    [],
    types,
  );

  test('has the fields of all fragments that meet the type', () => {
    const entity = object({ __typename: 'A', id: '1', other: 'no', extra: object({ x: [1, null], y: 2 }) });
    expect(write(entity, {})).toBe('{"__typename":"A","id":"1","extra":{"x":[1,null]}}');
    expect(write(object({ __typename: 'B', id: '2' }), {})).toBe('{"__typename":"B","id":"2"}');
  });

  test('keeps null, and is not made when a value was never asked or the type is unknown', () => {
    expect(write(object({ __typename: 'A', id: '1', extra: null }), {})).toBe(
      '{"__typename":"A","id":"1","extra":null}',
    );
    expect(write(object({ __typename: 'A', id: '1' }), {})).toBeNull();
    expect(write(object({ id: '1', extra: null }), {})).toBeNull();
    expect(write(object({ __typename: 'Query', id: '1' }), {})).toBeNull();
  });

  test('hands on the failure of a needed value', () => {
    const failure = unavailable('a', explain('service-late', { service: 'a' }));
    expect(write(object({ __typename: 'A', id: '1', extra: object({ x: failure }) }), {})).toBe(failure);
    expect(write(object({ __typename: 'B', id: failure }), {})).toBeInstanceOf(Failure);
  });

  test('takes a value from the key of the plan and sends it under its own name', () => {
    const renamed = compileRepresentation([on('A', field('_internal_qp_alias_0', undefined, 'grant'))], [], types);
    const entity = object({ __typename: 'A', grant: 'forged', _internal_qp_alias_0: 'real' });
    expect(renamed(entity, {})).toBe('{"__typename":"A","grant":"real"}');
  });

  test('is rewritten as the plan says', () => {
    const rewritten = compileRepresentation(
      [on('I', field('id'))],
      [
        { ValueSetter: { path: [{ TypenameEquals: ['I'] }, { Key: '__typename' }], setValueTo: 'I' } },
        { KeyRenamer: { path: [{ TypenameEquals: ['B'] }, { Key: 'id' }], renameKeyTo: 'never' } },
      ],
      types,
    );
    expect(rewritten(object({ __typename: 'A', id: '1' }), {})).toBe('{"__typename":"I","id":"1"}');
  });
});
