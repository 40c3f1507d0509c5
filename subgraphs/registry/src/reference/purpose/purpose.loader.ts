import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { PurposeEntity } from './purpose.entity.js';

/** A purpose by its code; null for a code that is not on the list. */
export const purposeByCode = defineRowLoader<string, PurposeEntity, RequestContext>(
  (codes, context) => context.em.find(PurposeEntity, { code: { $in: codes } }),
  (row) => row.code,
);
