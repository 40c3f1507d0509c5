import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { ConferenceContributorEntity } from './conference-contributor.entity.js';

const mostContributors = 100;

/** The organisations behind a conference, by their roles. */
export const contributorsByConference = defineLoader<string, ConferenceContributorEntity[], RequestContext>(
  async (ids, context) => {
    const where = { conferenceId: { $in: [...ids] } };
    const orderBy = [{ role: 'asc' }, { id: 'asc' }] as const;
    const rows = await context.em.find(ConferenceContributorEntity, where, { orderBy });
    return groupByKey(ids, rows, (row) => row.conferenceId).map((list) => list.slice(0, mostContributors));
  },
);
