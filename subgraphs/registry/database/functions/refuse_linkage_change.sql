-- Keeps a table of linkage to new rows only.
create or replace function refuse_linkage_change() returns trigger language plpgsql as
$$ begin raise exception 'The table % takes new rows only.', tg_table_name; end $$;
