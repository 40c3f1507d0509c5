import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { ProgrammeEntity } from './programme.entity.js';

export const programmeById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(ProgrammeEntity, { id: { $in: ids } }),
  (row) => row.id,
);
