import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { ChairTermHolderEntity } from './chair-term-holder.entity.js';

const mostHolders = 50;

/** Who holds a chair term, in the order of the holders' countries. */
export const holdersByChairTerm = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(ChairTermHolderEntity, { chairTermId: { $in: ids } }, { orderBy: [{ countryCode: 'asc' }, { id: 'asc' }] }),
  (row) => row.chairTermId,
  mostHolders,
);
