import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { ConsentEventEntity } from './consent-event.entity.js';

/** What was recorded about a consent, oldest first: at most its giving and its withdrawal. */
export const eventsByConsent = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(ConsentEventEntity, { consentId: { $in: ids } }, { orderBy: { id: 'asc' } }),
  (row) => row.consentId,
);
