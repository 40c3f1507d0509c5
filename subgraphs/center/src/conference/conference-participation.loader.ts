import { defineRowsLoader } from '@birlik/kernel/rows';
import { ConferenceParticipationEntity } from './conference-participation.entity.js';

/** The countries that took part in a conference, in the order of their codes. */
export const participationsByConference = defineRowsLoader(ConferenceParticipationEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ countryCode: 'asc' }],
});
