import { expect, test } from 'vitest';
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

test('the variables of all are kept, each once', () => {
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
