import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { InquiryEntity } from './inquiry.entity.js';

/** What the person raised about an entry of the access log: at most one question and one objection. */
export const inquiriesByEntryId = defineRowsLoader(
  (entryIds: string[], { em }: RequestContext) =>
    em.find(InquiryEntity, { entryId: { $in: entryIds } }, { orderBy: { id: 'asc' } }),
  (row) => row.entryId,
);
