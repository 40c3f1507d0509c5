import { defineRowsLoader } from '@birlik/kernel/rows';
import { InquiryEntity } from './inquiry.entity.js';

/** What the person raised about an entry of the access log: at most one question and one objection. */
export const inquiriesByEntryId = defineRowsLoader(InquiryEntity, 'entryId', { orderBy: [{ id: 'asc' }] });
