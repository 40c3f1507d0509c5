import { defineLoader, type LoaderDefinition } from '@birlik/kernel/loader';
import { rowsWhere, type RowOrder } from '@birlik/kernel/rows';
import type { RequestContext } from '@birlik/trust/context';
import type { EntityClass } from '@mikro-orm/core';

/** How many rows a country's list has at the most; the queries at the root have all of them, page by page. */
const longestList = 50;

/** A loader of rows by the code of the country to which they belong. */
export type LoaderByCountry<Entity extends object> = LoaderDefinition<string, Entity[], RequestContext>;

/**
 * Defines a loader of the newest rows that belong to each country, of a table that everyone may read.
 *
 * @param condition SQL that is true of the rows of the country `wanted.key`; the table is called `one`
 * @param orderBy the newest first
 */
export function newestByCountry<Entity extends object>(
  entity: EntityClass<Entity>,
  condition: string,
  orderBy: RowOrder<Entity>,
): LoaderByCountry<Entity> {
  const read = rowsWhere(entity, condition, { orderBy, most: longestList });
  return defineLoader((codes, { everyone }) => read(everyone, codes));
}
