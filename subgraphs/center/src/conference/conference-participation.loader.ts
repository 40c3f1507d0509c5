import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { ConferenceParticipationEntity } from './conference-participation.entity.js';

/** The countries that took part in a conference, in the order of their codes. */
export const participationsByConference = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(ConferenceParticipationEntity, { conferenceId: { $in: ids } }, { orderBy: { countryCode: 'asc' } }),
  (row) => row.conferenceId,
);
