-- Keeps the access log append-only.
create or replace function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'The access log is append-only.'; end $$;
