-- Takes rows that wait, and puts each to the end of the tree, and behind them the bundle of the rows of linkage when it is
-- due. It gives the size and the root of the tree unless they are signed. No row leaves the database for it, and one at a time
-- does it.
create or replace function grow_access_log_tree(most integer, bundle_seconds integer)
returns table (size bigint, root text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  entry record;
  bundle text;
  grown bigint;
  reached bytea;
  hash_above bytea;
begin
  perform pg_advisory_xact_lock('access_log_leaf'::regclass::oid::integer, 0);
  select coalesce(max(node.position) + 1, 0) into grown from access_log_node node where node.level = 0;
  for entry in
    with taken as (
      delete from access_log_pending where log_id in (select log_id from access_log_pending limit most)
      returning log_id
    )
    select * from number_access_log_rows(array(select log_id from taken))
  loop
    insert into access_log_leaf (log_id, index, reader, number, secret)
      values (entry.log_id, grown, entry.reader, entry.number, entry.secret);
    perform append_access_log_leaf(grown, entry.text);
    grown := grown + 1;
  end loop;
  bundle := bundle_access_log(grown, bundle_seconds);
  if bundle is not null then
    perform append_access_log_leaf(grown, bundle);
    grown := grown + 1;
  end if;
  if grown > 0 and not exists (select from access_log_head head where head.size >= grown) then
    -- The whole subtrees at the right edge, the lowest first.
    for hash_above in
      select node.hash from generate_series(0, 62) as one (level)
        join access_log_node node on node.level = one.level and node.position = (grown >> one.level) - 1
       where (grown >> one.level) & 1 = 1
       order by node.level
    loop
      reached := case when reached is null then hash_above else sha256('\x01'::bytea || hash_above || reached) end;
    end loop;
    return query select grown, encode(reached, 'hex');
  end if;
end $$;
