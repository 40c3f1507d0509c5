import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { DisciplineEntity } from './discipline.entity.js';

export const disciplineById = defineLoader<string, DisciplineEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(DisciplineEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
