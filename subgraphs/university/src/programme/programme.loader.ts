import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { ProgrammeEntity } from './programme.entity.js';

export const programmeById = defineLoader<string, ProgrammeEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(ProgrammeEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
