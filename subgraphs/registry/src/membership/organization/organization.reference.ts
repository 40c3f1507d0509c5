import type { ResolveReference } from '@birlik/trust/federation';
import { organizationById } from './organization.loader.js';

export const resolveOrganization: ResolveReference = (reference, context) =>
  organizationById.load(context, String(reference['id']));
