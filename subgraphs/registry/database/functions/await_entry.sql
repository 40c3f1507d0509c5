-- Notes new rows of the access log as waiting for their place in the tree.
create or replace function await_entry() returns trigger language plpgsql as
$$ begin insert into access_log_pending select id from entered; return null; end $$;
