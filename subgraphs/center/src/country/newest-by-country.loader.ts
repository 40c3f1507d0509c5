import type { RequestContext } from '@birlik/trust/context';
import { defineLoader, type LoaderDefinition } from '@birlik/kernel/loader';
import { runStatement } from '@birlik/kernel/statement';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How many rows a country's list has at the most; the queries at the root have all of them, page by page. */
const longestList = 50;

/** A loader of rows by the code of the country to which they belong. */
export type LoaderByCountry<Entity extends object> = LoaderDefinition<string, Entity[], RequestContext>;

/**
 * Defines a loader of the newest rows that belong to each country: two statements for any number of countries.
 *
 * @param ids SQL that selects the ids of the rows of the country `wanted.code`, newest first
 * @param find the rows of those ids, in any order
 */
export function newestByCountry<Entity extends { id: string }>(
  ids: string,
  find: (em: EntityManager, ids: string[]) => Promise<Entity[]>,
): LoaderByCountry<Entity> {
  const statement = `select wanted.code, array(${ids} limit ${longestList})::text[] as ids
    from jsonb_array_elements_text(?) as wanted (code)`;
  return defineLoader(async (codes, { em }) => {
    const lists = await runStatement<{ code: string; ids: string[] }>(em, statement, [JSON.stringify(codes)]);
    const rows = await find(em, [...new Set(lists.flatMap((list) => list.ids))]);
    const rowById = new Map(rows.map((row) => [row.id, row]));
    const idsByCode = new Map(lists.map((list) => [list.code, list.ids]));
    return codes.map((code) => (idsByCode.get(code) ?? []).flatMap((id) => rowById.get(id) ?? []));
  });
}
