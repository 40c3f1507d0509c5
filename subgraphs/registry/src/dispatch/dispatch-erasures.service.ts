import { memberSuffix } from '@birlik/trust/personal-data';
import type { ErasureDelivery, MemberAnswer } from '../erasure/erasure-delivery.service.js';
import type { GraphClient } from './graph-client.service.js';

/** What one round has done at one member. */
export interface DispatchedErasures {
  readonly member: string;
  /** How many orders the member has carried out. */
  readonly dispatched: number;
  /** Why it still has orders to carry out; null when it has none. */
  readonly open: string | null;
}

async function askMember(graph: GraphClient, { member, after }: ErasureDelivery): Promise<MemberAnswer> {
  const suffix = memberSuffix(member);
  const query = `query ErasuresAt${suffix}($after: Int!) { applied: erasuresAt${suffix}(after: $after) { state orders } }`;
  try {
    const { applied } = await graph.ask<{ applied: { state: string; orders: string[] } | null }>(query, { after });
    return { member, state: applied?.state ?? null, orders: applied?.orders ?? [] };
  } catch {
    // A member that the supergraph does not know yet refuses the operation; to the ledger it is one that is not reached.
    return { member, state: null, orders: [] };
  }
}

async function collectOrders(graph: GraphClient, answer: MemberAnswer): Promise<readonly string[]> {
  const { orders } = await graph.ask<{ orders: string[] | null }>(
    `mutation DispatchErasures($input: DispatchErasuresInput!) { orders: dispatchErasures(input: $input) }`,
    { input: answer },
  );
  if (!orders) throw new Error('The registry gave no orders.');
  return orders;
}

async function sendOrders(graph: GraphClient, member: string, orders: readonly string[]): Promise<string[]> {
  const suffix = memberSuffix(member);
  const { receipts } = await graph.ask<{ receipts: (string | null)[] | null }>(
    `mutation EraseAt${suffix}($orders: [String!]!) { receipts: eraseAt${suffix}(orders: $orders) }`,
    { orders },
  );
  return (receipts ?? []).filter((receipt) => receipt !== null);
}

/** Batches to one member in one round; one that always claims to have lost something cannot hold up the others. */
const mostBatches = 50;

/** Dispatches a member's orders until it has none left; a batch that is not carried out whole ends it for this round. */
async function serveMember(graph: GraphClient, delivery: ErasureDelivery): Promise<DispatchedErasures> {
  const { member } = delivery;
  let dispatched = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const answer = await askMember(graph, delivery);
    const orders = await collectOrders(graph, answer);
    if (answer.state === null) return { member, dispatched, open: 'it was not reached' };
    if (orders.length === 0) return { member, dispatched, open: null };
    const receipts = await sendOrders(graph, member, orders);
    if (receipts.length > 0) {
      await graph.ask(`mutation RecordErasures($input: RecordErasuresInput!) { recordErasures(input: $input) }`, {
        input: { member, receipts },
      });
    }
    dispatched += receipts.length;
    if (receipts.length < orders.length) return { member, dispatched, open: 'it did not carry out all' };
  }
  return { member, dispatched, open: 'more is left than one round dispatches' };
}

/**
 * Serves members beside each other, each with operations of its own, so that one that is slow or down keeps none of the
 * others waiting.
 */
async function serveMembers(graph: GraphClient): Promise<DispatchedErasures[]> {
  const { deliveries } = await graph.ask<{ deliveries: ErasureDelivery[] | null }>(
    `query ErasureDeliveries { deliveries: erasureDeliveries { member after } }`,
  );
  if (!deliveries) throw new Error('The registry gave no deliveries.');
  return Promise.all(
    deliveries.map((delivery) =>
      serveMember(graph, delivery).catch((error: unknown) => ({
        member: delivery.member,
        dispatched: 0,
        open: error instanceof Error ? error.message : String(error),
      })),
    ),
  );
}

/** Begins the erasures whose delay is over. */
async function beginErasures(graph: GraphClient): Promise<void> {
  const { begun } = await graph.ask<{ begun: number | null }>(`mutation BeginErasures { begun: beginErasures }`);
  if (begun === null) throw new Error('The registry began no erasures.');
}

/**
 * One round: begins what is due, asks every member how far it has come, sends it what it lacks, and records its receipts. Where anything was
 * dispatched, all members are served once more: an order that one of them gave back to the ledger may be for another, which
 * was served before and has lost it as well.
 */
export async function dispatchErasures(graph: GraphClient): Promise<DispatchedErasures[]> {
  await beginErasures(graph);
  const first = await serveMembers(graph);
  if (first.every(({ dispatched }) => dispatched === 0)) return first;
  const before = new Map(first.map(({ member, dispatched }) => [member, dispatched]));
  const second = await serveMembers(graph);
  return second.map((one) => ({ ...one, dispatched: one.dispatched + (before.get(one.member) ?? 0) }));
}
