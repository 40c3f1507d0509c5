import { defineRowsLoader } from '@birlik/kernel/rows';
import { ChairTermHolderEntity } from './chair-term-holder.entity.js';

const mostHolders = 50;

/** Who holds a chair term, in the order of the holders' countries. */
export const holdersByChairTerm = defineRowsLoader(ChairTermHolderEntity, 'chairTermId', {
  readers: 'everyone',
  orderBy: [{ countryCode: 'asc' }, { id: 'asc' }],
  most: mostHolders,
});
