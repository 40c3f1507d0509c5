import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { ChairTermHolderEntity } from './chair-term-holder.entity.js';

const mostHolders = 50;

/** Who holds a chair term, in the order of the holders' countries. */
export const holdersByChairTerm = defineLoader<string, ChairTermHolderEntity[], RequestContext>(
  async (ids, context) => {
    const rows = await context.em.find(
      ChairTermHolderEntity,
      { chairTermId: { $in: [...ids] } },
      { orderBy: [{ countryCode: 'asc' }, { id: 'asc' }] },
    );
    return groupByKey(ids, rows, (row) => row.chairTermId).map((holders) => holders.slice(0, mostHolders));
  },
);
