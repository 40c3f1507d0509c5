import { readConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { ownCategory } from '../../decision/grant-category.rule.js';
import { decide, type SeenPerson } from '../../decision/grant.loader.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { volunteerByGrant } from './volunteer.loader.js';

interface ListedPerson {
  readonly id: string;
  readonly position: string;
}

/** The people whom the viewer's organisation may know of, in its own order; nobody for a viewer without one. */
export function listVolunteers({ em }: RequestContext, args: ConnectionArgs): Promise<Connection<ListedPerson>> {
  return readConnection<ListedPerson>(em, args, {
    length: 1,
    cursorOf: ({ position }) => [position],
    read: ({ after, before, backwards, most }) =>
      runStatement(em, 'select id, position from list_reach(?::uuid, ?::uuid, ?, ?)', [
        after?.[0] ?? null,
        before?.[0] ?? null,
        backwards,
        most,
      ]),
  });
}

/** The registry's own row of a person, or null when the viewer has no grant for the category CONTACT. */
export async function openContact(context: RequestContext, person: SeenPerson): Promise<VolunteerEntity | null> {
  const { grant } = await decide(context, person, ownCategory);
  return grant && volunteerByGrant.load(context, grant);
}

/** The name as the person writes it. */
export const fullName = ({ givenName, patronymic, familyName }: VolunteerEntity): string =>
  [givenName, patronymic, familyName].filter(Boolean).join(' ');
