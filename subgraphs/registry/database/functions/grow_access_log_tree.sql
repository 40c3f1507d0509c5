-- Takes rows that wait, and puts each to the end of the tree (RFC 9162, 2.1): its leaf, and the nodes that are whole with it.
-- It gives the size and the root of the tree unless they are signed. No row leaves the database for it, and one at a time
-- does it.
create or replace function grow_access_log_tree(most integer) returns table (size bigint, root text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  waiting record;
  stored record;
  grown bigint;
  height integer;
  reached bytea;
  -- The whole subtrees at the right edge, by their levels from 1 on.
  edge bytea[] := '{}';
begin
  perform pg_advisory_xact_lock('access_log_leaf'::regclass::oid::integer, 0);
  select coalesce(max(leaf.index) + 1, 0) into grown from access_log_leaf leaf;
  for stored in
    select node.level, node.hash from generate_series(0, 62) as one (level)
      join access_log_node node on node.level = one.level and node.position = (grown >> one.level) - 1
     where (grown >> one.level) & 1 = 1
  loop
    edge[stored.level + 1] := stored.hash;
  end loop;
  for waiting in
    with taken as (
      delete from access_log_pending where log_id in (select log_id from access_log_pending limit most)
      returning log_id
    ), found as materialized (
      select entry, coalesce(entry.organization_id, '00000000-0000-0000-0000-000000000000') as reader,
             gen_random_uuid() as secret
        from access_log entry join taken on taken.log_id = entry.id
    ), numbered as (
      select found.*, last.number + row_number() over (
               partition by found.reader order by (entry).decided_at, (entry).id) as number
        from found
        join (select reader, (select coalesce(max(leaf.number), 0) from access_log_leaf leaf
                               where leaf.reader = one.reader) as number
                from (select distinct reader from found) as one) as last on last.reader = found.reader
    )
    select (entry).id, reader, number, secret, access_log_leaf_text(entry, number, secret) as text
      from numbered order by (entry).decided_at, (entry).id
  loop
    insert into access_log_leaf (index, log_id, reader, number, secret)
      values (grown, waiting.id, waiting.reader, waiting.number, waiting.secret);
    height := 0;
    reached := sha256('\x00'::bytea || convert_to(waiting.text, 'UTF8'));
    insert into access_log_node (level, position, hash) values (height, grown, reached);
    while (grown >> height) & 1 = 1 loop
      reached := sha256('\x01'::bytea || edge[height + 1] || reached);
      height := height + 1;
      insert into access_log_node (level, position, hash) values (height, grown >> height, reached);
    end loop;
    edge[height + 1] := reached;
    grown := grown + 1;
  end loop;
  if not exists (select from access_log_head head where head.size >= grown) and grown > 0 then
    reached := null;
    for height in 0..62 loop
      if (grown >> height) & 1 = 1 then
        reached := case when reached is null then edge[height + 1]
                        else sha256('\x01'::bytea || edge[height + 1] || reached) end;
      end if;
    end loop;
    return query select grown, encode(reached, 'hex');
  end if;
end $$;
