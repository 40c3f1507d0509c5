import { noticeWriters } from '@birlik/trust/message-notice';
import { memberSuffix } from '@birlik/trust/personal-data';
import type { GraphClient } from './graph-client.service.js';

interface Batch {
  readonly count: number;
  readonly batch: string;
}

/** Why a member's notices are still there. */
export interface OpenNotices {
  readonly member: string;
  readonly open: string;
}

/** Batches of one member in one round, so that none holds up the others for long. */
const mostBatches = 20;

/** Brings what a member wrote to people to the registry, and its receipts back, until there is nothing new. */
async function serveMember(graph: GraphClient, member: string): Promise<OpenNotices | null> {
  const suffix = memberSuffix(member);
  for (let round = 0; round < mostBatches; round += 1) {
    const { notices } = await graph.ask<{ notices: Batch | null }>(
      `query MessageNoticesAt${suffix} { notices: messageNoticesAt${suffix} { count batch } }`,
    );
    if (!notices) return { member, open: 'it was not reached' };
    if (notices.count === 0) return null;
    const { receipt } = await graph.ask<{ receipt: string | null }>(
      `mutation TakeMessageNotices($input: TakeMessageNoticesInput!) { receipt: takeMessageNotices(input: $input) }`,
      { input: { member, batch: notices.batch } },
    );
    if (receipt === null) return { member, open: 'the registry did not take them' };
    const { ended } = await graph.ask<{ ended: number | null }>(
      `mutation EndMessageNoticesAt${suffix}($receipt: String!) { ended: endMessageNoticesAt${suffix}(receipt: $receipt) }`,
      { receipt },
    );
    if (ended === null) return { member, open: 'it did not take the receipt' };
  }
  return { member, open: 'more is left than one round brings' };
}

/**
 * One round: whatever was lost on the way is brought again, and known at its end. Every member is served beside the others.
 *
 * @returns the members whose notices are not all known to the registry
 */
export async function dispatchNotices(graph: GraphClient): Promise<OpenNotices[]> {
  const served = await Promise.all(
    noticeWriters.map((member) =>
      serveMember(graph, member).catch((error: unknown) => ({
        member,
        open: error instanceof Error ? error.message : String(error),
      })),
    ),
  );
  return served.filter((one) => one !== null);
}
