import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SearchFacet } from '@birlik/trust/search-facet';
import { explain } from '../messages.js';
import { searchOrders, type SearchOrder } from './search-order.rule.js';

/** How many searches an officer keeps at the most. */
export const mostSaved = 30;

/** A search that an officer keeps. */
export interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  readonly filter: readonly { readonly facet: SearchFacet; readonly values: readonly string[] }[];
  readonly sort: SearchOrder;
  readonly savedAt: Date;
}

type Stored = Omit<SavedSearchRow, 'savedAt'> & { readonly savedAt: string };

const columns = 'id, name, filter, sort, saved_at as "savedAt"';
const dates = ({ savedAt, ...row }: Stored): SavedSearchRow => ({ ...row, savedAt: new Date(savedAt) });

/** The searches that the viewer keeps for their organisation, by name; nobody else's are in reach. */
export async function listSaved(context: RequestContext): Promise<SavedSearchRow[]> {
  const rows = await runStatement<Stored>(
    context.em,
    `select ${columns} from saved_search order by name, id limit ${mostSaved}`,
  );
  return rows.map(dates);
}

/** Keeps a search. @throws DomainError CONFLICT for a name that is there, or one too many */
export function saveSearch(
  context: RequestContext,
  { name, filter, sort }: Pick<SavedSearchRow, 'name' | 'filter'> & { readonly sort?: SearchOrder | null },
): Promise<SavedSearchRow> {
  const organizationId = context.requireOrganization();
  const { sub, issuer } = context.requireViewer();
  return conflictOnDuplicate(explain('saved-search-named'), () =>
    context.em.transactional(async (em) => {
      // Searches of one officer are saved one after the other, so that each counts those before it.
      await runStatement(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        JSON.stringify(['saved_search', organizationId, issuer, sub]),
      ]);
      const [saved] = await runStatement<Stored>(
        em,
        `insert into saved_search (id, organization_id, name, filter, sort, saved_at)
         select ?, ?, ?, ?::jsonb, ?, ? where (select count(*) from saved_search) < ${mostSaved} returning ${columns}`,
        [
          newId(),
          organizationId,
          name.trim(),
          JSON.stringify(filter.map(({ facet, values }) => ({ facet, values }))),
          sort ?? searchOrders.NEWEST,
          context.now().toISOString(),
        ],
      );
      if (!saved) throw new DomainError('CONFLICT', explain('too-many-saved-searches', { most: mostSaved }));
      return dates(saved);
    }),
  );
}

/** Calls a saved search of the viewer's something else. @throws DomainError NOT_FOUND or CONFLICT (the name is there) */
export async function renameSaved(context: RequestContext, id: string, name: string): Promise<SavedSearchRow> {
  const [renamed] = await conflictOnDuplicate(explain('saved-search-named'), () =>
    runStatement<Stored>(context.em, `update saved_search set name = ? where id = ? returning ${columns}`, [
      name.trim(),
      id,
    ]),
  );
  if (!renamed) throw new DomainError('NOT_FOUND', explain('no-such-saved-search'));
  return dates(renamed);
}

/** Forgets a saved search of the viewer's, and says whether there was one. */
export async function deleteSaved(context: RequestContext, id: string): Promise<boolean> {
  const deleted = await runStatement(context.em, 'delete from saved_search where id = ? returning id', [id]);
  return deleted.length > 0;
}
