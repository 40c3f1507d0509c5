-- Enters the signed head of the tree at a size; one that is there stays.
create or replace function record_access_log_head(at_size bigint, with_root text, signed text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into access_log_head (size, root, statement) values (at_size, decode(with_root, 'hex'), signed)
    on conflict do nothing;
end $$;
