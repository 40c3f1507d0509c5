import { raw, type EntityClass, type FilterQuery, type QueryOrderMap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../context/context.js';
import type { Grant } from '../grant/grant.js';
import { defineLoader, groupByKey, type LoaderDefinition } from '../loader/loader.js';

/** Loads the rows of one kind that a grant opens. */
export type GrantLoader<Row> = LoaderDefinition<Grant, Row[], RequestContext>;

/** A row about a person. */
interface PersonalRow {
  readonly id: string;
  readonly volunteerId: string;
}

/** The ids of the first rows of each person, cut by the database: a list that grows for ever is never read whole. */
function firstOfEach<Entity extends PersonalRow & object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  options: { people: readonly string[]; where: FilterQuery<Entity>; orderBy: QueryOrderMap<Entity>[]; most: number },
) {
  const ofPerson = { $and: [options.where, { volunteerId: raw('person.id') }] } as FilterQuery<Entity>;
  const { sql, params } = em
    .createQueryBuilder(entity, 'one')
    .select('id' as never)
    .where(ofPerson as never)
    .orderBy(options.orderBy as never)
    .limit(options.most)
    .toQuery();
  return raw(`select first.id from unnest(?::uuid[]) as person (id) cross join lateral (${sql}) first`, [
    `{${options.people.join(',')}}`,
    ...params,
  ]);
}

/**
 * Defines a loader of the rows that a grant opens, in the given order, the first `most` of each person.
 *
 * One statement for all people of a request; what it sees is decided by row-level security from the grants alone.
 *
 * @param options.where leaves rows out; a function, since a fragment of SQL in it serves one statement only
 */
export function defineGrantLoader<Entity extends PersonalRow & object>(
  entity: EntityClass<Entity>,
  options: { orderBy: QueryOrderMap<Entity>[]; most: number; where?: () => FilterQuery<Entity> },
): GrantLoader<Entity> {
  const { orderBy, most, where = () => ({}) } = options;
  return defineLoader<Grant, Entity[], RequestContext>(
    async (grants, context) => {
      const em = context.granted(grants);
      const people = grants.map((grant) => grant.sub);
      const ids = firstOfEach(em, entity, { people, where: where(), orderBy, most });
      const filter = { id: { $in: ids } } as FilterQuery<Entity>;
      const rows = (await em.find(entity, filter, { orderBy: orderBy as never })) as Entity[];
      return groupByKey(people, rows, (row) => row.volunteerId);
    },
    (grant) => grant.sub,
  );
}
