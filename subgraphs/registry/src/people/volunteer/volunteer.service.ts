import { readConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { ownCategory } from '../../decision/grant-category.rule.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { decideAloud, purposeError } from '../../decision/purpose-error.service.js';
import type { Refusal } from '../../decision/refusal.rule.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { volunteerByGrant } from './volunteer.loader.js';

interface ListedPerson {
  readonly id: string;
  readonly position: string;
}

type ListedRow = ListedPerson & { readonly refusal: Refusal | null };

/**
 * The people whom the viewer's organisation may know of, in its own order; nobody for a viewer without one. Each person of
 * the page has a row in the log before the page is given out.
 *
 * @throws DomainError with the refusal as its code when the purpose of the operation lists nobody
 */
export function listVolunteers(context: RequestContext, args: ConnectionArgs): Promise<Connection<ListedPerson>> {
  return readConnection<ListedPerson>(context.em, args, {
    length: 1,
    cursorOf: ({ position }) => [position],
    async read({ after, before, backwards, most }) {
      const rows = await runStatement<ListedRow>(
        context.em,
        'select id, position, refusal from list_people(?::uuid, ?::uuid, ?, ?, ?::uuid, ?, ?)',
        [
          after?.[0] ?? null,
          before?.[0] ?? null,
          backwards,
          most,
          context.operationId,
          context.operation,
          context.requestId,
        ],
      );
      const refusal = rows[0]?.refusal ?? null;
      if (refusal !== null) throw await purposeError(context, refusal);
      return rows;
    },
  });
}

/** The registry's own row of a person, or null when the viewer has no grant for the category CONTACT. */
export async function openContact(context: RequestContext, person: SeenPerson): Promise<VolunteerEntity | null> {
  const { grant } = await decideAloud(context, person, ownCategory);
  return grant && volunteerByGrant.load(context, grant);
}

/** The name as the person writes it. */
export const fullName = ({ givenName, patronymic, familyName }: VolunteerEntity): string =>
  [givenName, patronymic, familyName].filter(Boolean).join(' ');
