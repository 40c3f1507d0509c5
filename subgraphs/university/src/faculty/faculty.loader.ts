import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { FacultyEntity } from './faculty.entity.js';

export const facultyById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(FacultyEntity, { id: { $in: ids } }),
  (row) => row.id,
);
