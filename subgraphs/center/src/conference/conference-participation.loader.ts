import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { ConferenceParticipationEntity } from './conference-participation.entity.js';

/** The countries that took part in a conference, in the order of their codes. */
export const participationsByConference = defineLoader<string, ConferenceParticipationEntity[], RequestContext>(
  async (ids, context) => {
    const where = { conferenceId: { $in: [...ids] } };
    const rows = await context.em.find(ConferenceParticipationEntity, where, { orderBy: { countryCode: 'asc' } });
    return groupByKey(ids, rows, (row) => row.conferenceId);
  },
);
