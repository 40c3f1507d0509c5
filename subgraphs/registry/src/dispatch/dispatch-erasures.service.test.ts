import { expect, test } from 'vitest';
import { dispatchErasures } from './dispatch-erasures.service.js';
import type { GraphClient } from './graph-client.service.js';

type Variables = Readonly<Record<string, unknown>>;

/** A graph whose members have a list of open orders each; `answer` may change what one operation gives. */
function graphWith(
  open: Record<string, string[]>,
  answer: (operation: string, data: object) => object = (_, data) => data,
) {
  const asked: string[] = [];
  const nameOf = (query: string) => /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
  const dataOf = (operation: string, variables: Variables): object => {
    if (operation === 'ErasureDeliveries') {
      return { deliveries: Object.keys(open).map((member) => ({ member, after: 0 })) };
    }
    if (operation === 'BeginErasures') return { begun: 0 };
    if (operation === 'DispatchErasures') {
      const { member, state } = variables['input'] as { member: string; state: string | null };
      return { orders: state === null ? [] : (open[member] ?? []).slice(0, 2) };
    }
    if (operation === 'RecordErasures') {
      const { member, receipts } = variables['input'] as { member: string; receipts: string[] };
      open[member] = (open[member] ?? []).filter((order) => !receipts.includes(order));
      return { recordErasures: receipts.length };
    }
    if (operation.startsWith('ErasuresAt')) return { applied: { state: 'signed', orders: [] } };
    return { receipts: variables['orders'] };
  };
  const graph: GraphClient = {
    ask: <Data>(query: string, variables: Variables = {}) => {
      const operation = nameOf(query);
      asked.push(operation);
      return Promise.resolve()
        .then(() => answer(operation, dataOf(operation, variables)))
        .then((data) => data as Data);
    },
  };
  return { graph, asked, open };
}

test('a member’s orders are dispatched batch by batch until it has none left', async () => {
  const { graph, open } = graphWith({ union: ['a', 'b', 'c'], 'asan-school': [] });
  expect(await dispatchErasures(graph)).toEqual([
    { member: 'union', dispatched: 3, open: null },
    { member: 'asan-school', dispatched: 0, open: null },
  ]);
  expect(open['union']).toEqual([]);
});

test('a member that is down, unknown to the graph or broken keeps none of the others waiting', async () => {
  const refused = new Error('Cannot query field "erasuresAtNewcomer" on type "Query".');
  const { graph, open } = graphWith(
    { down: ['a'], newcomer: ['b'], broken: ['c'], union: ['d'] },
    (operation, data) => {
      if (operation === 'ErasuresAtDown') return { applied: null };
      if (operation === 'ErasuresAtNewcomer') throw refused;
      if (operation === 'EraseAtBroken') throw new Error('The gateway gave no data.');
      return data;
    },
  );
  expect(await dispatchErasures(graph)).toEqual([
    { member: 'down', dispatched: 0, open: 'it was not reached' },
    { member: 'newcomer', dispatched: 0, open: 'it was not reached' },
    { member: 'broken', dispatched: 0, open: 'The gateway gave no data.' },
    { member: 'union', dispatched: 1, open: null },
  ]);
  expect(open).toEqual({ down: ['a'], newcomer: ['b'], broken: ['c'], union: [] });
});

test('a member that cannot carry out its orders is left for the next round', async () => {
  const { graph, asked } = graphWith({ union: ['a', 'b'] }, (operation, data) =>
    operation === 'EraseAtUnion' ? { receipts: [null] } : data,
  );
  expect(await dispatchErasures(graph)).toEqual([{ member: 'union', dispatched: 0, open: 'it did not carry out all' }]);
  expect(asked.filter((operation) => operation === 'EraseAtUnion')).toHaveLength(1);
});

test('an order that another member gave back reaches a member that was served before', async () => {
  const demo = graphWith({ alumni: [], union: ['a'] }, (operation, data) => {
    if (operation === 'EraseAtUnion') demo.open['alumni'] = ['a'];
    return data;
  });
  expect(await dispatchErasures(demo.graph)).toEqual([
    { member: 'alumni', dispatched: 1, open: null },
    { member: 'union', dispatched: 1, open: null },
  ]);
});

test('a member that always claims to have lost something holds up no round', async () => {
  const { graph, asked } = graphWith({ union: ['a'] }, (operation, data) =>
    operation === 'DispatchErasures' ? { orders: ['a'] } : data,
  );
  expect(await dispatchErasures(graph)).toMatchObject([{ open: 'more is left than one round dispatches' }]);
  expect(asked.length).toBeLessThan(1000);
});

test('a registry that is down ends the round', async () => {
  const { graph } = graphWith({ union: ['a'] }, (operation, data) =>
    operation === 'ErasureDeliveries' ? { deliveries: null } : data,
  );
  await expect(dispatchErasures(graph)).rejects.toThrow('The registry gave no deliveries.');
});
