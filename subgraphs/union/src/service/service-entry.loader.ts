import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { newestOfEach } from '../volunteer/newest-rows.loader.js';
import { ServiceEntryEntity } from './service-entry.entity.js';

/** SQL that is true of the entries that count: those that no later entry corrects. */
export function counts(alias: string): string {
  return `not exists (select from service_entry later where later.corrects_id = ${alias}.id)`;
}

/** A person's newest 20 entries that count and that the grant opens, newest first. */
export const entriesByGrant = defineLoader<Grant, ServiceEntryEntity[], RequestContext>(
  async (grants, context) => {
    const newest = newestOfEach(grants, {
      table: 'service_entry',
      by: 'worked_on',
      limit: 20,
      where: counts('candidate'),
    });
    const rows = await context
      .granted(grants)
      .find(ServiceEntryEntity, { id: { $in: newest } }, { orderBy: [{ workedOn: 'desc' }, { id: 'desc' }] });
    return groupByKey(
      grants,
      rows,
      (row) => row.volunteerId,
      (grant) => grant.sub,
    );
  },
  (grant) => grant.sub,
);
