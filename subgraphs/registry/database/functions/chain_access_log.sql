-- Takes rows that wait, gives each the next number of its chain, and its hash: SHA-256 over the hash before it and the row.
-- It returns the ends of chains that nobody signed yet. No row leaves the database for it, and one at a time does it.
create or replace function chain_access_log(most integer) returns table (chain uuid, sequence bigint, hash text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  waiting record;
  tip access_log_chain;
begin
  perform pg_advisory_xact_lock('access_log_chain_row'::regclass::oid::integer, 0);
  for waiting in
    with taken as (
      delete from access_log_pending where log_id in (select log_id from access_log_pending limit most)
      returning log_id
    )
    select coalesce(entry.organization_id, '00000000-0000-0000-0000-000000000000') as chain,
           entry.id, access_log_record(entry) as record
      from access_log entry join taken on taken.log_id = entry.id
     order by 1, entry.decided_at, entry.id
  loop
    if tip.chain is distinct from waiting.chain then
      update access_log_chain c set sequence = tip.sequence, hash = tip.hash where c.chain = tip.chain;
      insert into access_log_chain as c (chain, sequence, hash)
        values (waiting.chain, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
      select * into tip from access_log_chain c where c.chain = waiting.chain;
    end if;
    tip.sequence := tip.sequence + 1;
    tip.hash := sha256(tip.hash || convert_to(waiting.record, 'UTF8'));
    insert into access_log_chain_row (chain, sequence, log_id, hash)
      values (tip.chain, tip.sequence, waiting.id, tip.hash);
  end loop;
  update access_log_chain c set sequence = tip.sequence, hash = tip.hash where c.chain = tip.chain;
  return query select c.chain, c.sequence, encode(c.hash, 'hex') from access_log_chain c
    where c.sequence > c.signed_sequence order by c.chain;
end $$;
