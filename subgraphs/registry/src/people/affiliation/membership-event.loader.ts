import { defineRowsLoader } from '@birlik/kernel/rows';
import { MembershipEventEntity } from './membership-event.entity.js';

/** The history of a membership, newest first; none for whoever is neither the person nor of the organisation. */
export const eventsByMembership = defineRowsLoader(MembershipEventEntity, 'affiliationId', {
  orderBy: [{ id: 'desc' }],
  most: 100,
});
