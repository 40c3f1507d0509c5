import { defineRowsLoader } from '@birlik/kernel/rows';
import { ConsentEventEntity } from './consent-event.entity.js';

/** What was recorded about a consent, oldest first: at most its giving and its withdrawal. */
export const eventsByConsent = defineRowsLoader(ConsentEventEntity, 'consentId', { orderBy: [{ id: 'asc' }] });
