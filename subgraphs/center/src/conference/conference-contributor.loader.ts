import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { ConferenceContributorEntity } from './conference-contributor.entity.js';

const mostContributors = 100;

/** The organisations behind a conference, by their roles. */
export const contributorsByConference = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(ConferenceContributorEntity, { conferenceId: { $in: ids } }, { orderBy: [{ role: 'asc' }, { id: 'asc' }] }),
  (row) => row.conferenceId,
  mostContributors,
);
