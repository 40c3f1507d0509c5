-- Makes the bundle of rows that is due, as the leaf at this place of the tree, and gives its text; null when none is due.
--
-- One is due so many seconds after the last one, whatever waits for it, and has 1,024 slots, of which those that no row takes
-- hold chance: neither the size of the log, nor the place of a row, nor a path tells how many rows are in it.
create or replace function bundle_access_log(at bigint, seconds integer) returns text language plpgsql volatile as $$
#variable_conflict use_column
declare
  due timestamptz := date_bin(make_interval(secs => seconds), clock_timestamp(), 'epoch');
  root bytea;
begin
  if due is null or exists (select from access_log_bundle where due_at >= due) then return null; end if;
  with taken as (
    delete from access_log_bundle_pending where log_id in (select log_id from access_log_bundle_pending limit 1024)
    returning log_id
  ), numbered as materialized (
    select entry.*, row_number() over (order by number) as turn
      from number_access_log_rows(array(select log_id from taken)) as entry
  ), filled as materialized (
    select slot, numbered.*,
           sha256(coalesce('\x00'::bytea || convert_to(text, 'UTF8'), uuid_send(gen_random_uuid()))) as hash
      from (select slot, row_number() over (order by random()) as turn from generate_series(0, 1023) as slot) as place
      left join numbered using (turn)
  ), tree as materialized (
    select merkle_nodes(array_agg(hash order by slot)) as nodes from filled
  ), node as materialized (
    select hash, place from tree cross join unnest(nodes) with ordinality as one (hash, place)
  ), entered as (
    insert into access_log_leaf (log_id, index, slot, path, reader, number, secret)
    select log_id, at, slot, array_agg(node.hash order by level), reader, number, secret
      from filled
     cross join generate_series(0, 9) as level
      join node on node.place = 2048 - (2048 >> level) + ((slot >> level) # 1) + 1
     where log_id is not null
     group by log_id, slot, reader, number, secret
  )
  select nodes[2047] into root from tree;
  insert into access_log_bundle (index, due_at) values (at, due);
  return '{"bundle":"' || encode(root, 'hex') || '"}';
end $$;
