import { leafNames, roundingBase, wholeName, type Parts } from '../figure/figure.js';
import { ownerOnlyTable } from '../row-level-security/row-level-security.js';

export interface FigureTables {
  /** The prefix of the tables and the function. */
  readonly name: string;
  /** As the figure declares them. They stand in the migration again, since a migration never changes. */
  readonly parts: Parts;
  /**
   * A query of `organization_id` (uuid), `subject` (text), `person` (uuid) and `leaf`, the name of a part that falls into
   * no further ones, or `people` where there are none. A person who stands in several leaves of one organisation and
   * subject counts in the first of them.
   */
  readonly source: string;
}

/**
 * The statements that let a figure be read: `<name>_pictures(subjects jsonb)` returns the organisations' counts on each
 * subject as they were when their pictures were taken, `take_<name>_pictures(threshold integer)` takes them anew.
 *
 * The latter looks once a UTC day, however often it is called, and one call at a time. A picture is replaced when at
 * least as many people as the threshold have come or gone, and only if what it shows stays shown and what it shows for the first
 * time has twice the threshold. So no two pictures differ by a few people, and no small count shows itself by its figure
 * coming or going. After a year a picture is replaced if only the latter speaks against it.
 *
 * Both run with the owner's rights: the process sees neither other tenants' people nor the tables behind the functions.
 */
export function figureTables({ name, parts, source }: FigureTables): string[] {
  const leaves = leafNames(parts);
  const picture = `${name}_picture`;
  const look = `${name}_look`;
  const counted = leaves.map((leaf) => `count(*) filter (where leaf = ${leaves.indexOf(leaf) + 1})::integer`);
  const today = `date_trunc('day', now(), 'UTC')`;
  const steady = lines(parts).map((line) => {
    const [before, after] = [smallest('before', line), smallest('after', line)];
    return `case when ${before} >= least_people then ${after} >= least_people
      else ${after} < least_people or ${after} >= 2 * least_people end`;
  });
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

/** Which leaves, by their numbers from 1, a count adds up. */
type Leaves = readonly number[];

/** All counts that have to reach the threshold for a line to be shown: the whole alone, then each whole's parts. */
function lines(parts: Parts): Leaves[][] {
  const found: Leaves[][] = [];
  const visit = (inner: Parts, above: Leaves[], first: number): void => {
    const trees = Object.entries(inner);
    if (trees.length === 0) return;
    let next = first;
    const slices = trees.map(([name, tree]) => {
      const start = next;
      next += leafNames(tree ?? {}, name).length;
      return { tree: tree ?? {}, start, leaves: range(start, next) };
    });
    const line = [...above, ...slices.map(({ leaves }) => leaves)];
    found.push(line);
    for (const { tree, start } of slices) visit(tree, line, start);
  };
  const whole = [range(1, leafNames(parts, wholeName).length + 1)];
  found.push(whole);
  visit(parts, whole, 1);
  return found;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** SQL for the smallest of the counts in an array of leaves. */
function smallest(array: string, line: readonly Leaves[]): string {
  const sums = line.map((leaves) => leaves.map((leaf) => `${array}[${leaf}]`).join(' + '));
  return `least(${sums.join(', ')})`;
}
