import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, type LoaderDefinition } from '@birlik/kernel/loader';
import type { EntityClass, FilterQuery } from '@mikro-orm/core';

/** How many rows a country's list has at the most; the queries at the root have all of them, page by page. */
const longestList = 50;

/**
 * Defines a loader of the newest rows that belong to each country: two statements for any number of countries.
 *
 * @param ids SQL that selects the ids of the rows of the country `wanted.code`, newest first
 */
export function newestByCountry<Entity extends { id: string }>(
  entity: EntityClass<Entity>,
  ids: string,
): LoaderDefinition<string, Entity[], RequestContext> {
  const statement = `select wanted.code, array(${ids} limit ${longestList})::text[] as ids
    from jsonb_array_elements_text(?) as wanted (code)`;
  return defineLoader(async (codes, { em }) => {
    const loggerContext = em.getLoggerContext();
    const lists = await em.execute<{ code: string; ids: string[] }[]>(statement, [JSON.stringify(codes)], {
      loggerContext,
    });
    const named = new Set(lists.flatMap((list) => list.ids));
    const rows = await em.find(entity, { id: { $in: [...named] } } as FilterQuery<Entity>);
    const rowById = new Map(rows.map((row) => [row.id, row]));
    const idsByCode = new Map(lists.map((list) => [list.code, list.ids]));
    return codes.map((code) => (idsByCode.get(code) ?? []).flatMap((id) => rowById.get(id) ?? []));
  });
}
