import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { IntakeEntity } from './intake.entity.js';

export const intakeById = defineLoader<string, IntakeEntity | null, RequestContext>(async (ids, context) => {
  const rows = await context.em.find(IntakeEntity, { id: { $in: [...ids] } });
  return indexByKey(ids, rows, (row) => row.id);
});
