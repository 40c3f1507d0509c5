-- Whoever ends a right takes the lock of its holder alone, before anything else in the transaction.
create or replace function end_rights(holder uuid) returns void language sql volatile
begin atomic
  select pg_advisory_xact_lock('access_log'::regclass::oid::integer, right_lock(holder));
end;
