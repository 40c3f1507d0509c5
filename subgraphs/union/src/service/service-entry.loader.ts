import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { raw } from '@mikro-orm/core';
import { ServiceEntryEntity } from './service-entry.entity.js';

/** SQL that is true of the entries that count: those that no later entry corrects. */
export function counts(alias: string): string {
  return `not exists (select from service_entry later where later.corrects_id = ${alias}.id)`;
}

/** The database cuts each person's list: a volunteer book grows by every day of service and is never read whole. */
const newestOfEachPerson = `
  select newest.id from unnest(?::uuid[]) as person (id) cross join lateral (
    select entry.id from service_entry entry
     where entry.volunteer_id = person.id and ${counts('entry')}
     order by entry.worked_on desc, entry.id desc limit 20
  ) newest`;

/** A person's newest 20 entries that count and that the grant opens, newest first. */
export const entriesByGrant = defineLoader<Grant, ServiceEntryEntity[], RequestContext>(
  async (grants, context) => {
    const people = grants.map((grant) => grant.sub);
    const rows = await context
      .granted(grants)
      .find(
        ServiceEntryEntity,
        { id: { $in: raw(newestOfEachPerson, [`{${people.join(',')}}`]) } },
        { orderBy: [{ workedOn: 'desc' }, { id: 'desc' }] },
      );
    return groupByKey(people, rows, (row) => row.volunteerId);
  },
  (grant) => grant.sub,
);
