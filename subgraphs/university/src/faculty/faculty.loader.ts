import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { FacultyEntity } from './faculty.entity.js';

export const facultyById = defineLoader<string, FacultyEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(FacultyEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
