import { rowsBy, type RowOptions } from '@birlik/kernel/rows';
import type { EntityClass } from '@mikro-orm/core';
import type { RequestContext } from '../context/context.js';
import type { Grant } from '../grant/grant.js';
import { defineLoader, type Batch, type LoaderDefinition } from '@birlik/kernel/loader';

/** Loads something that a grant opens. */
export type LoaderByGrant<Value> = LoaderDefinition<Grant, Value, RequestContext>;

/** Loads the rows of one kind that a grant opens. */
export type GrantLoader<Row> = LoaderByGrant<Row[]>;

/** Grants that are of one decision and open the same are one to a loader. */
const opens = ({ sub, tenants, log }: Grant): string => JSON.stringify([sub, tenants, log]);

/**
 * Defines a loader of what a grant opens. One person's data may be asked for by several grants at once, as when a person
 * looks at it with their own eyes and with those of an organisation; a database session knows one grant for a person, so
 * each batch has each person once.
 */
export function defineLoaderByGrant<Value>(batch: Batch<Grant, Value, RequestContext>): LoaderByGrant<Value> {
  return defineLoader<Grant, Value, RequestContext>(async (grants, context) => {
    const values = new Map<Grant, Value | Error>();
    for (const group of groupsOf(grants)) {
      const found = await batch(group, context);
      for (const [index, grant] of group.entries()) values.set(grant, found[index] as Value | Error);
    }
    return grants.map((grant) => values.get(grant) as Value | Error);
  }, opens);
}

/** The grants in as few groups as possible, each person once in a group. */
function groupsOf(grants: readonly Grant[]): Grant[][] {
  const made: Grant[][] = [];
  const seen = new Map<string, number>();
  for (const grant of grants) {
    const group = seen.get(grant.sub) ?? 0;
    (made[group] ??= []).push(grant);
    seen.set(grant.sub, group + 1);
  }
  return made;
}

/** A row about a person. */
interface PersonalRow {
  readonly id: string;
  readonly volunteerId: string;
}

/**
 * Defines a loader of the rows that a grant opens, in the given order, the first `most` of each person.
 *
 * One statement for all people of a request; what it sees is decided by row-level security from the grants alone. A list that
 * grows for ever is never read whole.
 */
export function defineGrantLoader<Entity extends PersonalRow & object>(
  entity: EntityClass<Entity>,
  options: RowOptions<Entity> & { readonly most: number },
): GrantLoader<Entity> {
  const read = rowsBy(entity, 'volunteerId', options);
  return defineLoaderByGrant<Entity[]>((grants, context) =>
    read(
      context.granted(grants),
      grants.map((grant) => grant.sub),
    ),
  );
}
