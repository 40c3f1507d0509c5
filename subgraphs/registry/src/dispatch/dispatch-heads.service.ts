import { memberSuffix } from '@birlik/trust/personal-data';
import type { GraphClient } from './graph-client.service.js';

/** What one round has done at one member. */
export interface DispatchedHead {
  readonly member: string;
  /** How many rows the head has that the member keeps now; null when it was not reached. */
  readonly size: number | null;
  /** Why the member does not keep the newest head; null when it does. */
  readonly open: string | null;
}

/** A line of `logHeadsAt…`, as far as it counts here. */
interface KeptLine {
  readonly head: string;
  readonly consistent: boolean;
  readonly countersignature: string | null;
  readonly witnessKey: object | null;
}

const sizeOf = (head: string): number =>
  (JSON.parse(Buffer.from(head.split('.')[1] ?? '', 'base64url').toString()) as { size: number }).size;

async function readNewest(graph: GraphClient, member: string): Promise<KeptLine | null | 'not reached'> {
  const suffix = memberSuffix(member);
  const { lines } = await graph.ask<{ lines: string[] | null }>(
    `query LogHeadsAt${suffix} { lines: logHeadsAt${suffix}(first: 50) }`,
  );
  if (!lines) return 'not reached';
  return lines.map((line) => JSON.parse(line) as KeptLine).find(({ consistent }) => consistent) ?? null;
}

/** Tells the registry what the member has signed: what was lost on the way before is told now. */
async function record(graph: GraphClient, member: string, line: KeptLine | null): Promise<void> {
  if (!line?.countersignature || !line.witnessKey) return;
  const { countersignature, witnessKey } = line;
  await graph.ask(
    `mutation RecordCountersignature($input: RecordCountersignatureInput!) { recordCountersignature(input: $input) }`,
    { input: { member, countersignature, witnessKey: JSON.stringify(witnessKey) } },
  );
}

async function serveMember(graph: GraphClient, member: string): Promise<DispatchedHead> {
  const suffix = memberSuffix(member);
  const before = await readNewest(graph, member);
  if (before === 'not reached') return { member, size: null, open: 'it was not reached' };
  const after = before ? sizeOf(before.head) : 0;
  const { delivery } = await graph.ask<{ delivery: string | null }>(
    `query LogHeadDelivery($member: String!, $after: Int!) { delivery: logHeadDelivery(member: $member, after: $after) }`,
    { member, after },
  );
  if (delivery === null) {
    await record(graph, member, before);
    return { member, size: after, open: null };
  }
  await graph.ask(
    `mutation KeepLogHeadAt${suffix}($delivery: String!) { keepLogHeadAt${suffix}(delivery: $delivery) }`,
    { delivery },
  );
  const kept = await readNewest(graph, member);
  if (kept === 'not reached' || !kept || sizeOf(kept.head) <= after) {
    return {
      member,
      size: after,
      open: 'it did not keep the newest head: it contradicts one that it keeps, or came late',
    };
  }
  await record(graph, member, kept);
  return { member, size: sizeOf(kept.head), open: null };
}

/** One round: hands every member the newest head of the log, and records the signatures of those that keep it. */
export async function dispatchHeads(graph: GraphClient): Promise<DispatchedHead[]> {
  const { deliveries } = await graph.ask<{ deliveries: { member: string }[] | null }>(
    `query LogHeadMembers { deliveries: erasureDeliveries { member } }`,
  );
  if (!deliveries) throw new Error('The registry gave no members.');
  return Promise.all(
    deliveries.map(({ member }) =>
      serveMember(graph, member).catch((error: unknown) => ({
        member,
        size: null,
        open: error instanceof Error ? error.message : String(error),
      })),
    ),
  );
}
