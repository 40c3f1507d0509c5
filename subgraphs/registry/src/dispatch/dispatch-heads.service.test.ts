import { expect, test } from 'vitest';
import { dispatchHeads } from './dispatch-heads.service.js';
import type { GraphClient } from './graph-client.service.js';

/** What a member keeps: the sizes of heads, and whether each goes on from those before it. */
type Kept = { size: number; consistent: boolean }[];

const headOf = (size: number) => `x.${Buffer.from(JSON.stringify({ size })).toString('base64url')}.x`;

/**
 * A graph whose registry has a head of this size, and whose members keep what they are handed.
 *
 * @param away members that do not answer
 * @param doubting members that refuse each head
 */
function graphWith(kept: Record<string, Kept>, size: number) {
  const state = {
    size,
    away: new Set<string>(),
    doubting: new Set<string>(),
    recorded: [] as string[],
    after: [] as string[],
  };
  const memberIn = (operation: string) => operation.replace(/^(LogHeadsAt|KeepLogHeadAt)/, '').toLowerCase();
  const lineOf = (one: Kept[number]) =>
    JSON.stringify({
      head: headOf(one.size),
      consistent: one.consistent,
      countersignature: one.consistent ? `signed ${one.size}` : null,
      witnessKey: {},
    });
  const answers: Readonly<Record<string, (variables: Readonly<Record<string, unknown>>, operation: string) => object>> =
    {
      LogHeadMembers: () => ({ deliveries: Object.keys(kept).map((member) => ({ member })) }),
      LogHeadsAt: (_, operation) => {
        const member = memberIn(operation);
        return { lines: state.away.has(member) ? null : (kept[member] ?? []).map(lineOf) };
      },
      LogHeadDelivery: ({ member, after }) => {
        state.after.push(`${String(member)} ${String(after)}`);
        return { delivery: after === state.size ? null : String(state.size) };
      },
      KeepLogHeadAt: ({ delivery }, operation) => {
        const member = memberIn(operation);
        kept[member]?.unshift({ size: Number(delivery), consistent: !state.doubting.has(member) });
        if (state.doubting.has(member)) throw new Error('This head of the log contradicts one that is kept.');
        return {};
      },
      RecordCountersignature: ({ input }) => {
        const { member, countersignature } = input as { member: string; countersignature: string };
        state.recorded.push(`${member} ${countersignature}`);
        return {};
      },
    };
  const graph: GraphClient = {
    ask: <Data>(query: string, variables = {}) => {
      const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      const [, answer] = Object.entries(answers).find(([name]) => operation.startsWith(name)) ?? [];
      return Promise.resolve().then(() => answer?.(variables, operation) as Data);
    },
  };
  return { graph, state, kept };
}

test('each member keeps the newest head after the one that it has, and what it signs is recorded', async () => {
  const { graph, state } = graphWith({ union: [], alumni: [{ size: 3, consistent: true }] }, 9);
  expect(await dispatchHeads(graph)).toEqual([
    { member: 'union', size: 9, open: null },
    { member: 'alumni', size: 9, open: null },
  ]);
  expect(state.after.toSorted()).toEqual(['alumni 3', 'union 0']);
  expect(state.recorded.toSorted()).toEqual(['alumni signed 9', 'union signed 9']);
});

test('a member that was down gets the newest head when it is back, and keeps none of the others waiting', async () => {
  const { graph, state } = graphWith({ union: [{ size: 3, consistent: true }], alumni: [] }, 5);
  state.away.add('union');
  expect(await dispatchHeads(graph)).toEqual([
    { member: 'union', size: null, open: 'it was not reached' },
    { member: 'alumni', size: 5, open: null },
  ]);
  state.away.clear();
  state.size = 20;
  expect(await dispatchHeads(graph)).toContainEqual({ member: 'union', size: 20, open: null });
  expect(state.after).toContain('union 3');
});

test('what was lost on the way is recorded in the next round, though there is nothing new', async () => {
  const { graph, state } = graphWith({ union: [{ size: 5, consistent: true }] }, 5);
  expect(await dispatchHeads(graph)).toEqual([{ member: 'union', size: 5, open: null }]);
  expect(state.recorded).toEqual(['union signed 5']);
});

test('a member that refuses a head stays open round after round, and goes on from what it keeps', async () => {
  const { graph, state } = graphWith({ union: [{ size: 3, consistent: true }] }, 5);
  state.doubting.add('union');
  const [first] = await dispatchHeads(graph);
  const [second] = await dispatchHeads(graph);
  for (const one of [first, second]) expect(one?.open).not.toBeNull();
  expect(state.after).toEqual(['union 3', 'union 3']);
  expect(state.recorded).toEqual([]);
});
