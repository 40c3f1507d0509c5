import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ownCategory } from '../../decision/grant-category.rule.js';
import { decide, type SeenPerson } from '../../decision/grant.loader.js';
import { ReachableVolunteerEntity } from './reachable-volunteer.entity.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { volunteerByGrant } from './volunteer.loader.js';

/** The people whom the viewer's organisation may know of, in its own order; nobody for a viewer without one. */
export function listVolunteers(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<ReachableVolunteerEntity>> {
  return findConnection(context.em, ReachableVolunteerEntity, { args, orderBy: [{ position: 'asc' }] });
}

/** The registry's own row of a person, or null when the viewer has no grant for the category CONTACT. */
export async function openContact(context: RequestContext, person: SeenPerson): Promise<VolunteerEntity | null> {
  const { grant } = await decide(context, person, ownCategory);
  return grant && volunteerByGrant.load(context, grant);
}
