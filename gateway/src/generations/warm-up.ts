import { setImmediate } from 'node:timers/promises';
import type { OperationStore } from '../operation/operation-store.js';

/** How much is warmed. */
export interface WarmUpLimits {
  /** The number of operations. */
  readonly operations: number;
  /** Stops before the next operation when it is true. */
  isOver(): boolean;
}

/** What a warm-up did. */
export interface WarmUpResult {
  readonly warmed: number;
  /** Operations that can no longer be run, or whose planning failed. */
  readonly dropped: number;
}

/**
 * Prepares and plans the most used operations of one store in another, with the sets of conditions that they were used
 * with. One after the other, and with a turn of the event loop in between, so that live traffic hardly feels it.
 */
export async function warmUp(from: OperationStore, to: OperationStore, limits: WarmUpLimits): Promise<WarmUpResult> {
  let warmed = 0;
  let dropped = 0;
  for (const used of from.mostUsed(limits.operations)) {
    await setImmediate();
    if (limits.isOver()) break;
    try {
      const { plans } = to.prepareUsed(used);
      for (const conditions of used.conditions) await plans.get(conditions);
      warmed++;
    } catch {
      // A client that still sends it gets the refusal that is due.
      dropped++;
    }
  }
  return { warmed, dropped };
}
