import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { IntakeEntity } from './intake.entity.js';

export const intakeById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(IntakeEntity, { id: { $in: ids } }),
  (row) => row.id,
);
