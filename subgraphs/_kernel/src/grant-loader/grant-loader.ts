import type { EntityClass, FilterQuery, QueryOrderMap } from '@mikro-orm/core';
import type { RequestContext } from '../context/context.js';
import type { Grant } from '../grant/grant.js';
import { defineLoader, groupByKey, type LoaderDefinition } from '../loader/loader.js';

/** Loads the rows of one kind that a grant opens. */
export type GrantLoader<Row> = LoaderDefinition<Grant, Row[], RequestContext>;

/** A row about a person. */
interface PersonalRow {
  readonly volunteerId: string;
}

/**
 * Defines a loader of the rows that a grant opens, in the given order, the first `most` of each person.
 *
 * One statement for all people of a request; what it sees is decided by row-level security from the grants alone.
 */
export function defineGrantLoader<Entity extends PersonalRow & object>(
  entity: EntityClass<Entity>,
  options: { orderBy: QueryOrderMap<Entity>[]; most: number; where?: FilterQuery<Entity> },
): GrantLoader<Entity> {
  const { orderBy, most, where = {} } = options;
  return defineLoader<Grant, Entity[], RequestContext>(
    async (grants, context) => {
      const people = grants.map((grant) => grant.sub);
      const filter = { $and: [where, { volunteerId: { $in: people } }] } as FilterQuery<Entity>;
      const rows = (await context.granted(grants).find(entity, filter, { orderBy: orderBy as never })) as Entity[];
      return groupByKey(people, rows, (row) => row.volunteerId).map((ofPerson) => ofPerson.slice(0, most));
    },
    (grant) => grant.sub,
  );
}
