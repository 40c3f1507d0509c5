import { leafNames, roundingBase } from '../statistic/statistic.js';
import { ownerOnlyTable } from '../row-level-security/row-level-security.js';
import { statisticTables, type StatisticTables } from '../statistic-migration/statistic-migration.js';
import { steadyConditions } from '../statistic-migration/steady-conditions.js';

/** What migrations of 28 November 2026 ran, which is never changed: statistics by the names that they had then. */
export function figureTables({ name, parts, source }: StatisticTables): string[] {
  const leaves = leafNames(parts);
  const picture = `${name}_picture`;
  const look = `${name}_look`;
  const counted = leaves.map((leaf) => `count(*) filter (where leaf = ${leaves.indexOf(leaf) + 1})::integer`);
  const today = `date_trunc('day', now(), 'UTC')`;
  const steady = steadyConditions(parts);
  return [
    `create table ${picture} (
      organization_id uuid not null,
      subject text not null,
      counts integer[] not null check (cardinality(counts) = ${leaves.length}),
      taken_at timestamptz not null,
      primary key (subject, organization_id)
    )`,
    `create table ${look} (looked_at timestamptz not null)`,
    `create unique index on ${look} ((true))`,
    ...ownerOnlyTable(picture),
    ...ownerOnlyTable(look),
    `insert into ${look} values ('-infinity')`,
    `create function take_${name}_pictures(threshold integer) returns void language plpgsql
      security definer set search_path = public, pg_temp set work_mem = '256MB' as $$
      declare
        least_people constant integer := greatest(threshold, ${roundingBase});
        looked timestamptz;
      begin
        select looked_at into looked from ${look};
        -- Before the first look there is nothing to show, so everyone waits for it.
        if looked = '-infinity' then
          select looked_at into looked from ${look} for update;
        elsif looked < ${today} then
          select looked_at into looked from ${look} for update skip locked;
        end if;
        if looked is null or looked >= ${today} then
          return;
        end if;
        insert into ${picture}
        with one as (
          select organization_id, subject, min(array_position('{${leaves.join(',')}}'::text[], leaf)) as leaf
            from (${source}) source group by organization_id, subject, person
        ), now_counted as (
          select organization_id, subject, array[${counted.join(', ')}] as counts from one group by organization_id, subject
        ), compared as (
          select organization_id, subject, kept.taken_at,
                 coalesce(kept.counts, array_fill(0, array[${leaves.length}])) as before,
                 coalesce(fresh.counts, array_fill(0, array[${leaves.length}])) as after
            from now_counted fresh full join ${picture} kept using (organization_id, subject)
        )
        select organization_id, subject, after, now() from compared
         where looked = '-infinity' or (
           (select greatest(sum(greatest(a - b, 0)), sum(greatest(b - a, 0))) from unnest(before, after) pair (b, a)) >= least_people
           and ((${steady.join(') and (')}) or taken_at < now() - interval '1 year'))
        on conflict (subject, organization_id) do update set counts = excluded.counts, taken_at = excluded.taken_at;
        update ${look} set looked_at = now();
      end $$`,
    `create function ${name}_pictures(subjects jsonb)
      returns table (subject text, counts integer[], taken_at timestamptz, looked_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select asked.subject, shown.counts, shown.taken_at, nullif(look.looked_at, '-infinity')
          from jsonb_array_elements_text(subjects) asked (subject) cross join ${look} look
          left join ${picture} shown on shown.subject = asked.subject;
      end`,
    `revoke all on function take_${name}_pictures, ${name}_pictures from public`,
  ];
}

/** The statements that put {@link statisticTables} in the place of {@link figureTables}, with the snapshots that are there. */
export function figureTablesRenamed(tables: StatisticTables): string[] {
  const { name } = tables;
  return [
    ...statisticTables(tables),
    `insert into ${name}_snapshot (organization_id, subject, counts, taken_at)
       select organization_id, subject, counts, taken_at from ${name}_picture`,
    `update ${name}_refresh set refreshed_at = (select looked_at from ${name}_look)`,
    `drop function take_${name}_pictures, ${name}_pictures`,
    `drop table ${name}_picture, ${name}_look`,
  ];
}
