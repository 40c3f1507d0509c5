import type { RequestContext } from '@birlik/trust/context';
import { runStatement } from '@birlik/kernel/statement';

/** As {@link endRights}, where it cannot be said whose rights end. */
export async function endEveryRight(em: RequestContext['em']): Promise<void> {
  await runStatement(em, 'select end_every_right()');
}

/**
 * Begins the end of a right of a person or an organisation, inside of a transaction and before anything else in it.
 *
 * It waits for the decisions that rest on the right and lets none begin until the transaction is over. A time that the
 * database's clock tells afterwards is later than each decision before, and earlier than each that follows.
 */
export async function endRights(em: RequestContext['em'], holder: string): Promise<void> {
  await runStatement(em, 'select end_rights(?)', [holder]);
}
