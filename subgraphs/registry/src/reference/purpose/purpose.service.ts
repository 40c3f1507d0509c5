import type { RequestContext } from '@birlik/trust/context';
import { PurposeEntity } from './purpose.entity.js';

/** All purposes by code; public. */
export function listPurposes(context: RequestContext): Promise<PurposeEntity[]> {
  return context.em.find(PurposeEntity, {}, { orderBy: { code: 'asc' } });
}
