import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { VolunteeringLawEntity } from './volunteering-law.entity.js';

export const lawById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(VolunteeringLawEntity, { id: { $in: ids } }),
  (row) => row.id,
);
