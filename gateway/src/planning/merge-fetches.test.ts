import { print } from 'graphql';
import { expect, test } from 'vitest';
import { readEntityAsks } from './entity-asks.js';
import { mergeFetches } from './merge-fetches.js';
import type { FetchNode, PlanNode } from './plan.js';

const requires = [{ kind: 'Field', name: 'id' }] as const;

function entityFetch(selection: string, extra: Partial<FetchNode> = {}, field = 'friend', variables = ''): PlanNode {
  const operation = `query($representations:[_Any!]!${variables}){_entities(representations:$representations){...on Person{${selection}}}}`;
  return {
    kind: 'Flatten',
    path: [{ Field: field }],
    node: { kind: 'Fetch', serviceName: 'a', operation, requires, ...extra },
  };
}

function selectionsOf(nodes: readonly PlanNode[]): string[] {
  const { node } = mergeFetches({ node: { kind: 'Sequence', nodes } });
  const flat = (below: PlanNode): PlanNode[] => ('nodes' in below ? below.nodes.flatMap(flat) : [below]);
  return flat(node as PlanNode).map((fetch) => {
    if (fetch.kind !== 'Flatten' || fetch.node.kind !== 'Fetch') throw new Error('no entity fetch');
    return fetch.node.operation.replaceAll(/\s+/g, ' ');
  });
}

test('fetches for the same entities with the same needs become the first of them', () => {
  const [only, ...others] = selectionsOf([{ kind: 'Parallel', nodes: [entityFetch('name')] }, entityFetch('age')]);
  expect(others).toEqual([]);
  expect(only).toContain('... on Person { name } ... on Person { age }');
});

test('the variables of all stay, each once', () => {
  const [only] = selectionsOf([
    entityFetch('name(in:$in)', {}, 'friend', ',$in:String'),
    entityFetch('age(on:$on,in:$in)', {}, 'friend', ',$in:String,$on:String'),
  ]);
  expect(only).toContain('query ($representations: [_Any!]!, $in: String, $on: String)');
});

test('other places, subgraphs, needs or rewrites stay apart', () => {
  const rewrite = { ValueSetter: { path: [{ Key: '__typename' }], setValueTo: 'Person' } };
  const nodes = [
    entityFetch('name'),
    entityFetch('age', {}, 'enemy'),
    entityFetch('age', { serviceName: 'b' }),
    entityFetch('age', { requires: [{ kind: 'Field', name: 'email' }] }),
    entityFetch('age', { inputRewrites: [rewrite] }),
  ];
  expect(selectionsOf(nodes)).toHaveLength(nodes.length);
});

const batch = (aliases: Readonly<Record<string, string>>): PlanNode => ({
  kind: 'BatchFetch',
  serviceName: 'a',
  operation: `query(${Object.keys(aliases)
    .map((_, index) => `$r${index}:[_Any!]!`)
    .join(',')}){${Object.values(aliases)
    .map((selection, index) => `_e${index}:_entities(representations:$r${index}){...on Person{${selection}}}`)
    .join(' ')}} fragment a on Person { street } fragment b on Person { door }`,
  entityBatch: {
    aliases: Object.keys(aliases).map((field, index) => ({
      alias: `_e${index}`,
      representationsVariableName: `r${index}`,
      paths: field.split(' ').map((name) => [{ Field: name }]),
      requires,
    })),
  },
});

/** What a plan asks at each place, fetch by fetch. */
function asked(nodes: readonly PlanNode[]): Record<string, string>[] {
  const { node } = mergeFetches({ node: { kind: 'Sequence', nodes } });
  if (node?.kind !== 'Sequence') throw new Error('no sequence');
  return node.nodes.map((fetch) => {
    const read = readEntityAsks(fetch);
    return Object.fromEntries(
      (read?.asks ?? []).map(({ path, selections }) => [
        path.map((segment) => (typeof segment === 'object' && 'Field' in segment ? segment.Field : segment)).join('.'),
        selections.map((selection) => print(selection).replaceAll(/\s+/g, ' ')).join(' '),
      ]),
    );
  });
}

test('batches are merged place by place, whatever else they ask and however they name it', () => {
  expect(asked([batch({ 'one two': 'name ...a' }), batch({ two: 'age ...b', three: 'age' })])).toEqual([
    {
      one: '... on Person { name ... on Person { street } }',
      two: '... on Person { name ... on Person { street } } ... on Person { age ... on Person { door } }',
    },
    { three: '... on Person { age }' },
  ]);
});

test('a fetch of one place and a batch meet too, in whichever order', () => {
  const one = entityFetch('name', {}, 'one');
  const both = batch({ one: 'age', two: 'age' });
  expect(asked([one, both])).toEqual([
    { one: '... on Person { name } ... on Person { age }' },
    { two: '... on Person { age }' },
  ]);
  expect(asked([both, one])).toEqual([
    { one: '... on Person { age } ... on Person { name }', two: '... on Person { age }' },
  ]);
});

test('a fetch that nothing is merged into stays as it was', () => {
  const nodes = [batch({ one: 'name ...a' }), entityFetch('age', {}, 'two')];
  expect(mergeFetches({ node: { kind: 'Sequence', nodes } }).node).toEqual({ kind: 'Sequence', nodes });
});
