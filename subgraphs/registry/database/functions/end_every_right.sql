-- Whoever ends rights of an unknown number of holders takes all locks alone, before anything else in the transaction.
create or replace function end_every_right() returns void language sql volatile
begin atomic
  select pg_advisory_xact_lock('access_log'::regclass::oid::integer, lock) from generate_series(0, 63) as lock order by lock;
end;
