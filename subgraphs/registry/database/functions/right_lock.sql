-- The lock of a holder of rights: one of 64, as many as a transaction may count on.
create or replace function right_lock(holder uuid) returns integer language sql immutable
return (hashtextextended(holder::text, 0) & 63)::integer;
