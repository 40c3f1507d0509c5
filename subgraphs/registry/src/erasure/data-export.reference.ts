import type { ResolveReference } from '@birlik/trust/federation';
import { standsFor } from '../consent/guardianship/guardianship.service.js';

/** An export is for the person, and for the guardian of a minor; there is none of anybody else. */
export const resolveDataExport: ResolveReference = async (reference, context) => {
  const { id } = reference;
  return typeof id === 'string' && (await standsFor(context, { id })) ? reference : null;
};
