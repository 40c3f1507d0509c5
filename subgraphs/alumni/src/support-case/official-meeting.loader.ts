import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { defineRowLoader } from '@birlik/kernel/rows';
import type { RequestContext } from '@birlik/trust/context';
import { CaseClusterEntity } from './case-cluster.entity.js';
import { AgendaItemEntity } from './official-meeting.entity.js';

/** Points of one agenda that are shown at the most. */
const mostItems = 100;

export const clusterById = defineRowLoader(CaseClusterEntity, 'id');

/** The agenda of a meeting: all of it for the platform, of a published one its clusters for everybody. */
export const itemsByMeeting = defineLoader<string, AgendaItemEntity[], RequestContext>(async (meetings, { em }) => {
  const rows = await em.find(AgendaItemEntity, { meetingId: { $in: [...meetings] } }, { orderBy: [{ id: 'asc' }] });
  return groupByKey(meetings, rows, ({ meetingId }) => meetingId).map((items) => items.slice(0, mostItems));
});
