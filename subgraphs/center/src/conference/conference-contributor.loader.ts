import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { ConferenceContributorEntity } from './conference-contributor.entity.js';

const mostContributors = 100;

/** The organisations behind a conference, by their roles. */
export const contributorsByConference = defineLoader<string, ConferenceContributorEntity[], RequestContext>(
  async (ids, context) => {
    const rows = await context.em.find(
      ConferenceContributorEntity,
      { conferenceId: { $in: [...ids] } },
      { orderBy: [{ role: 'asc' }, { id: 'asc' }] },
    );
    return groupByKey(ids, rows, (row) => row.conferenceId).map((list) => list.slice(0, mostContributors));
  },
);
