import type { RequestContext } from '@birlik/trust/context';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';

/** Of how many organisations an entry names at the most. */
export const mostRepresented = 50;

/** For whom the reading organisation acted by their mandates; null for a read that rests on none. */
export function representedIn(
  { onBehalfOf }: AccessLogEntryEntity,
  context: RequestContext,
): Promise<OrganizationEntity[]> | null {
  if (!onBehalfOf) return null;
  const organizations = onBehalfOf.slice(0, mostRepresented).map((id) => organizationById.load(context, id));
  return Promise.all(organizations).then((found) => found.filter((one) => one !== null));
}
