import { leafNames, roundingBase, type Parts } from '../statistic/statistic.js';
import { ownerOnlyTable } from '../row-level-security/row-level-security.js';
import { steadyConditions } from './steady-conditions.js';

export interface StatisticTables {
  /** The prefix of the tables and the function. */
  readonly name: string;
  /** As the statistic declares them. They stand in the migration again, since a migration never changes. */
  readonly parts: Parts;
  /**
   * A query of `organization_id` (uuid), `subject` (text), `person` (uuid) and `leaf`, the name of a part that falls into
   * no further ones, or `people` where there are none. A person who stands in several leaves of one organisation and
   * subject counts in the first of them.
   */
  readonly source: string;
}

/**
 * The statements that let a statistic be read: `<name>_snapshots(subjects jsonb)` returns the organisations' counts on each
 * subject as they were when their snapshots were taken, `refresh_<name>_snapshots(threshold integer)` takes them anew.
 *
 * The latter does so once a UTC day, however often it is called, and one call at a time. A snapshot is replaced when at
 * least as many people as the threshold have come or gone, and only if what it shows stays shown and what it shows for the first
 * time has twice the threshold. So no two snapshots differ by a few people, and no small count shows itself by its statistic
 * coming or going. After a year a snapshot is replaced if only the latter speaks against it.
 *
 * Both run with the owner's rights: the process sees neither other tenants' people nor the tables behind the functions.
 */
export function statisticTables({ name, parts, source }: StatisticTables): string[] {
  const leaves = leafNames(parts);
  const snapshot = `${name}_snapshot`;
  const refresh = `${name}_refresh`;
  const counted = leaves.map((leaf) => `count(*) filter (where leaf = ${leaves.indexOf(leaf) + 1})::integer`);
  const today = `date_trunc('day', now(), 'UTC')`;
  const steady = steadyConditions(parts);
  return [
    `create table ${snapshot} (
      organization_id uuid not null,
      subject text not null,
      counts integer[] not null check (cardinality(counts) = ${leaves.length}),
      taken_at timestamptz not null,
      primary key (subject, organization_id)
    )`,
    `create table ${refresh} (refreshed_at timestamptz not null)`,
    `create unique index on ${refresh} ((true))`,
    ...ownerOnlyTable(snapshot),
    ...ownerOnlyTable(refresh),
    `insert into ${refresh} values ('-infinity')`,
    `create function refresh_${name}_snapshots(threshold integer) returns void language plpgsql
      security definer set search_path = public, pg_temp set work_mem = '256MB' as $$
      declare
        least_people constant integer := greatest(threshold, ${roundingBase});
        refreshed timestamptz;
      begin
        select refreshed_at into refreshed from ${refresh};
        -- Before the first refresh there is nothing to show, so everyone waits for it.
        if refreshed = '-infinity' then
          select refreshed_at into refreshed from ${refresh} for update;
        elsif refreshed < ${today} then
          select refreshed_at into refreshed from ${refresh} for update skip locked;
        end if;
        if refreshed is null or refreshed >= ${today} then
          return;
        end if;
        insert into ${snapshot}
        with one as (
          select organization_id, subject, min(array_position('{${leaves.join(',')}}'::text[], leaf)) as leaf
            from (${source}) source group by organization_id, subject, person
        ), now_counted as (
          select organization_id, subject, array[${counted.join(', ')}] as counts from one group by organization_id, subject
        ), compared as (
          select organization_id, subject, held.taken_at,
                 coalesce(held.counts, array_fill(0, array[${leaves.length}])) as before,
                 coalesce(fresh.counts, array_fill(0, array[${leaves.length}])) as after
            from now_counted fresh full join ${snapshot} held using (organization_id, subject)
        )
        select organization_id, subject, after, now() from compared
         where refreshed = '-infinity' or (
           (select greatest(sum(greatest(a - b, 0)), sum(greatest(b - a, 0))) from unnest(before, after) pair (b, a)) >= least_people
           and ((${steady.join(') and (')}) or taken_at < now() - interval '1 year'))
        on conflict (subject, organization_id) do update set counts = excluded.counts, taken_at = excluded.taken_at;
        update ${refresh} set refreshed_at = now();
      end $$`,
    `create function ${name}_snapshots(subjects jsonb)
      returns table (subject text, counts integer[], taken_at timestamptz, refreshed_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select asked.subject, shown.counts, shown.taken_at, nullif(refresh.refreshed_at, '-infinity')
          from jsonb_array_elements_text(subjects) asked (subject) cross join ${refresh} refresh
          left join ${snapshot} shown on shown.subject = asked.subject;
      end`,
    `revoke all on function refresh_${name}_snapshots, ${name}_snapshots from public`,
  ];
}
