import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { defineRowLoader } from '@birlik/kernel/rows';
import type { RequestContext } from '@birlik/trust/context';
import { MissionEntity } from '../mission/mission.entity.js';
import { SupportCaseEntryEntity } from './support-case-entry.entity.js';

/** Entries of one case that are shown at the most. */
const mostEntries = 200;

/** The mission to which a case was referred. */
export const missionById = defineRowLoader(MissionEntity, 'id');

/** The history of a case, the oldest first; empty for who may not read it. */
export const entriesByCase = defineLoader<string, SupportCaseEntryEntity[], RequestContext>(async (caseIds, { em }) => {
  const rows = await em.find(
    SupportCaseEntryEntity,
    { caseId: { $in: [...caseIds] } },
    { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  );
  return groupByKey(caseIds, rows, ({ caseId }) => caseId).map((entries) => entries.slice(-mostEntries));
});
