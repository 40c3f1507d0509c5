import type { ResolveReference } from '@birlik/trust/federation';
import { opportunityById } from './opportunity.loader.js';

export const resolveOpportunity: ResolveReference = (reference, context) =>
  opportunityById.load(context, String(reference['id']));
