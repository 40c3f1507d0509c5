-- The search for candidates. It runs with the owner's rights and gives ids alone: under a policy PostgreSQL would have to show
-- it every row before it may look into the index of keys, since comparing arrays might leak them.
--
-- Each key reads its records from the index up to a bound, and the rarest keys go first, so that what a frequent name brings
-- along is what is left out. The planner, which cannot know how rare a key is, would at times read the whole table instead;
-- it is kept from that.
create or replace function linkage_candidates(asked uuid[], most_of_key integer, most_candidates integer)
returns table (id uuid, candidates uuid[])
language sql stable security definer
set search_path = public, pg_temp set enable_seqscan = off set jit = off
as $$
  with wanted as materialized (
    select record.id, key from comparable_record record cross join unnest(record.keys) key where record.id = any($1)
  ), found as (
    select wanted.id, other.id as other_id, count(*) over (partition by wanted.id, wanted.key) as size
      from wanted cross join lateral (
        select comparable_record.id from comparable_record where keys @> array[wanted.key] limit $2) other
  ), ranked as (
    select id, other_id, row_number() over (partition by id order by min(size), count(*) desc, other_id) as place
      from found where other_id <> id group by id, other_id
  )
  select id, array_agg(other_id order by place) from ranked where place <= $3 group by id
$$;
