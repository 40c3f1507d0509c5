-- Keeps a table of history append-only.
create or replace function keep_history() returns trigger language plpgsql as
$$ begin raise exception 'The table % is append-only.', tg_table_name; end $$;
