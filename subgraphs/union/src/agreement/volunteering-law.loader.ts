import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { VolunteeringLawEntity } from './volunteering-law.entity.js';

export const lawById = defineLoader<string, VolunteeringLawEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(VolunteeringLawEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
