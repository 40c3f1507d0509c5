-- Whoever decides holds the locks of the persons and organisations in question shared.
create or replace function share_rights(holders uuid[]) returns void language sql volatile
begin atomic
  select pg_advisory_xact_lock_shared('access_log'::regclass::oid::integer, held.lock)
    from (select distinct right_lock(holder) as lock from unnest(holders) as one (holder)
           where holder is not null order by lock) held;
end;
