import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { DisciplineEntity } from './discipline.entity.js';

export const disciplineById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(DisciplineEntity, { id: { $in: ids } }),
  (row) => row.id,
);
