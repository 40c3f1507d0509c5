import type { Grant } from '@birlik/trust/grant';
import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { indexByKey } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
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

const totals = `select entry.volunteer_id as "volunteerId", sum(entry.minutes)::integer as minutes,
    to_json((array_agg(distinct entry.organization_id))[1:50]) as "organizationIds"
  from service_entry entry where entry.volunteer_id = any(?::uuid[]) and ${counts('entry')}
  group by entry.volunteer_id`;

export const serviceTotalsByGrant: LoaderByGrant<ServiceTotals> = defineLoaderByGrant(async (grants, context) => {
  const people = grants.map((grant) => grant.sub);
  const rows = await runStatement<TotalsRow>(context.granted(grants), totals, [arrayLiteral(people)]);
  const found = indexByKey(people, rows, (row) => row.volunteerId);
  return grants.map((grant, index) => ({
    grant,
    minutes: found[index]?.minutes ?? 0,
    organizationIds: found[index]?.organizationIds ?? [],
  }));
});
