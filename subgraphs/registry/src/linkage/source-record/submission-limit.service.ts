import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { defineSecret } from '@birlik/trust/secret';
import { explain } from '../../messages.js';
import type { Database } from '../person-link/run-as-office.service.js';

/** How many new versions of records each organisation may submit on one day. */
export const mostRecordsOfDay = defineSecret<number>('limit of submissions');

/**
 * Counts records towards the organisation's day, which is one of its own time zone.
 *
 * @throws DomainError LIMIT_REACHED saying when the next day begins, with nothing counted
 */
export async function takeFromDay(
  em: Database,
  { organizationId, count, most }: { readonly organizationId: string; readonly count: number; readonly most: number },
): Promise<void> {
  const taken = await runStatement(
    em,
    `insert into submission_count as counted (organization_id, day, taken)
     select ?::uuid, organization_day(?::uuid, now()), ?::integer where ?::integer <= ?::integer
     on conflict (organization_id, day) do update set taken = counted.taken + excluded.taken
      where counted.taken + excluded.taken <= ?::integer
     returning day`,
    [organizationId, organizationId, count, count, most, most],
  );
  if (taken.length > 0) return;
  const [next] = await runStatement<{ again: string }>(
    em,
    `select to_char((organization_day(id, now()) + 1)::timestamp at time zone time_zone at time zone 'UTC',
              'YYYY-MM-DD"T"HH24:MI:SS"Z"') as again
       from organization where id = ?::uuid`,
    [organizationId],
  );
  throw new DomainError('LIMIT_REACHED', explain('too-many-records-of-day', { most, again: next?.again ?? '' }));
}
