import type { Grant } from '@birlik/trust/grant';
import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { indexByKey } from '@birlik/kernel/loader';
import { raw } from '@mikro-orm/core';
import { ServiceEntryEntity } from './service-entry.entity.js';
import { counts } from './service-entry.loader.js';

/** What a person's entries that the grant opens come to. */
export interface ServiceTotals {
  readonly grant: Grant;
  readonly minutes: number;
  /** At most 50. */
  readonly organizationIds: readonly string[];
}

interface TotalsRow {
  readonly volunteerId: string;
  readonly minutes: number;
  readonly organizationIds: readonly string[];
}

export const serviceTotalsByGrant: LoaderByGrant<ServiceTotals> = defineLoaderByGrant(async (grants, context) => {
  const people = grants.map((grant) => grant.sub);
  const rows = await context
    .granted(grants)
    .createQueryBuilder(ServiceEntryEntity, 'entry')
    .select([
      raw(`entry.volunteer_id as "volunteerId"`),
      raw(`sum(entry.minutes)::integer as "minutes"`),
      raw(`to_json((array_agg(distinct entry.organization_id))[1:50]) as "organizationIds"`),
    ])
    .where({ volunteerId: { $in: people } })
    .andWhere(counts('entry'))
    .groupBy('volunteerId')
    .execute<TotalsRow[]>('all', false);
  const totals = indexByKey(people, rows, (row) => row.volunteerId);
  return grants.map((grant, index) => ({
    grant,
    minutes: totals[index]?.minutes ?? 0,
    organizationIds: totals[index]?.organizationIds ?? [],
  }));
});
