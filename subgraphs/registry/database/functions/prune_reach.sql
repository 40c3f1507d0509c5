-- Takes out at most so many rows that have lapsed, and returns how many. No list shows them; it would read past them.
create or replace function prune_reach(most integer) returns bigint language sql volatile security definer
set search_path = public, pg_temp
begin atomic
  with lapsed as (
    select id, organization_id, right_id from reach
     where until < current_date or expires_at <= now()
     limit prune_reach.most for update skip locked
  ), gone as (
    delete from reach using lapsed
     where reach.id = lapsed.id and reach.organization_id = lapsed.organization_id and reach.right_id = lapsed.right_id
    returning 1
  )
  select count(*) from gone;
end;
