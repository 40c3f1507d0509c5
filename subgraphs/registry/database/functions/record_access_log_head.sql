-- Enters the signed head of a chain.
create or replace function record_access_log_head(of_chain uuid, at_sequence bigint, signed text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into access_log_head (chain, sequence, statement) values (of_chain, at_sequence, signed)
    on conflict do nothing;
  update access_log_chain set signed_sequence = at_sequence
   where chain = of_chain and signed_sequence < at_sequence;
end $$;
