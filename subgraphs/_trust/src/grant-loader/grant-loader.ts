import { raw, type EntityClass, type FilterQuery, type QueryOrderMap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../context/context.js';
import type { Grant } from '../grant/grant.js';
import { defineLoader, groupByKey, type Batch, type LoaderDefinition } from '@birlik/kernel/loader';

/** Loads something that a grant opens. */
export type LoaderByGrant<Value> = LoaderDefinition<Grant, Value, RequestContext>;

/** Loads the rows of one kind that a grant opens. */
export type GrantLoader<Row> = LoaderByGrant<Row[]>;

/** What a grant opens: the person and the tenants. Grants that open the same are one to a loader. */
const opens = ({ sub, tenants }: Grant): string => JSON.stringify([sub, tenants]);

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
  return defineLoaderByGrant<Entity[]>(async (grants, context) => {
    const em = context.granted(grants);
    const people = grants.map((grant) => grant.sub);
    const ids = firstOfEach(em, entity, { people, where: where(), orderBy, most });
    const filter = { id: { $in: ids } } as FilterQuery<Entity>;
    const rows = (await em.find(entity, filter, { orderBy: orderBy as never })) as Entity[];
    return groupByKey(people, rows, (row) => row.volunteerId);
  });
}
