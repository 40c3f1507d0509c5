import type { RequestContext } from '@birlik/trust/context';
import type { StatementSigner } from '../../signing/statement.service.js';
import { headType } from './log-chain.rule.js';

/** How many rows are chained in one transaction. */
const mostAtOnce = 1_000;

interface UnsignedHead {
  readonly chain: string;
  readonly sequence: string;
  readonly hash: string;
}

/**
 * Gives every row of the access log that has none its place in the chain of its organisation, and signs the new ends of
 * chains. Rows and hashes are the database's work; what leaves it is the hash at the end of a chain.
 */
export async function signAccessLog(em: RequestContext['em'], signer: StatementSigner): Promise<void> {
  for (;;) {
    const heads = await em.execute<UnsignedHead[]>('select chain, sequence, hash from chain_access_log(?)', [
      mostAtOnce,
    ]);
    if (heads.length === 0) return;
    for (const { chain, sequence, hash } of heads) {
      const statement = await signer.sign({ sub: chain, sequence: Number(sequence), hash }, { typ: headType });
      await em.execute('select record_access_log_head(?, ?, ?)', [chain, sequence, statement]);
    }
  }
}
