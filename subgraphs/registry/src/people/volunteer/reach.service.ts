import type { RequestContext } from '@birlik/trust/context';

type Database = RequestContext['em'];

/** How many rows are taken out in one transaction. */
const mostAtOnce = 10_000;

/** Takes ties and consents that have ended out of the table `reach`, so that no list has to read past them. */
export async function pruneReach(em: Database): Promise<void> {
  for (;;) {
    const [pruned] = await em.execute<{ count: string }[]>('select prune_reach(?) as count', [mostAtOnce]);
    if (Number(pruned?.count) < mostAtOnce) return;
  }
}

/** How the table `reach` differs from the ties and consents that it follows from, in rows. */
export interface ReachDifference {
  readonly missing: number;
  readonly surplus: number;
}

/**
 * Compares the table `reach` with the ties and consents that it follows from.
 *
 * @param mend whether it is brought into line with them; nobody can change them meanwhile
 */
export async function compareReach(em: Database, mend: boolean): Promise<ReachDifference> {
  return em.transactional(async (em) => {
    await em.execute('set local statement_timeout = 0');
    const [found] = await em.execute<{ missing: string; surplus: string }[]>(
      'select missing, surplus from compare_reach(?)',
      [mend],
    );
    return { missing: Number(found?.missing), surplus: Number(found?.surplus) };
  });
}
