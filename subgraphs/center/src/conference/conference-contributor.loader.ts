import { defineRowsLoader } from '@birlik/kernel/rows';
import { ConferenceContributorEntity } from './conference-contributor.entity.js';

const mostContributors = 100;

/** The organisations behind a conference, by their roles. */
export const contributorsByConference = defineRowsLoader(ConferenceContributorEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ role: 'asc' }, { id: 'asc' }],
  most: mostContributors,
});
