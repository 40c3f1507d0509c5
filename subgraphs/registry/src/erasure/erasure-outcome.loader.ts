import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { ErasureOutcomeEntity } from './erasure-outcome.entity.js';

export const erasureOutcomesByRequest = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(ErasureOutcomeEntity, { requestId: { $in: ids } }, { orderBy: { member: 'asc' } }),
  (row) => row.requestId,
);
