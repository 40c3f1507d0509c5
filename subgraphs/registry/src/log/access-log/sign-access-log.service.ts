import type { RequestContext } from '@birlik/trust/context';
import type { StatementSigner } from '../../signing/statement.service.js';
import { headType } from '@birlik/trust/log-head';
import { defineSecret } from '@birlik/trust/secret';

/** How many rows are put into the tree in one transaction. */
const mostAtOnce = 1_000;

interface UnsignedHead {
  readonly size: string;
  readonly root: string;
}

/** How many seconds pass between two bundles of what linkage and its office left in the log. */
export const bundleSeconds = defineSecret<number>('seconds between bundles of the log');

/**
 * Gives every row of the access log that has none its place in the tree, except for those of linkage, which go there in
 * bundles; and signs the tree as it then is. Rows and hashes are the database's work; what leaves it is the root.
 *
 * @param secondsOfBundle how many seconds after the last one a bundle is due, whatever waits; null for none
 */
export async function signAccessLog(
  em: RequestContext['em'],
  signer: StatementSigner,
  secondsOfBundle: number | null,
): Promise<void> {
  // One bundle at the most: where a turn takes as long as it takes for the next one to be due, there would be no end.
  for (let bundle = secondsOfBundle; ; bundle = null) {
    const [head] = await em.execute<UnsignedHead[]>('select size, root from grow_access_log_tree(?, ?)', [
      mostAtOnce,
      bundle,
    ]);
    if (!head) return;
    const { size, root } = head;
    const statement = await signer.sign({ size: Number(size), root }, { typ: headType });
    await em.execute('select record_access_log_head(?, ?, ?)', [size, root, statement]);
  }
}
