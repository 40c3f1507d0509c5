import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/kernel/context';
import { grantCategories } from '../grant/grant-category.rule.js';
import { decide, type SeenPerson } from '../grant/grant.loader.js';
import { ReachableVolunteerEntity } from './reachable-volunteer.entity.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { volunteerByGrant } from './volunteer.loader.js';

/** The people whom the viewer's organisation may know of, oldest registration first; nobody for a viewer without one. */
export function listVolunteers(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<ReachableVolunteerEntity>> {
  context.requireViewer();
  return findConnection(context.em, ReachableVolunteerEntity, { args, orderBy: [{ id: 'asc' }] });
}

/** The registry's own row of a person, or null when the viewer has no grant for the category CONTACT. */
export async function openContact(context: RequestContext, person: SeenPerson): Promise<VolunteerEntity | null> {
  const { grant } = await decide(context, person, grantCategories.CONTACT);
  return grant && volunteerByGrant.load(context, grant);
}
