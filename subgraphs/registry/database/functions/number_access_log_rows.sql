-- For rows of the log that get their places in the tree: their readers, their numbers among those of each reader, a secret
-- each, and the texts of their leaves.
create or replace function number_access_log_rows(ids uuid[])
returns table (log_id uuid, reader uuid, number bigint, secret uuid, text text)
language sql volatile
begin atomic
  with found as materialized (
    select entry, coalesce(entry.organization_id, '00000000-0000-0000-0000-000000000000') as reader,
           gen_random_uuid() as secret
      from access_log entry where entry.id = any(ids)
  ), numbered as (
    select found.*, last.number + row_number() over (
             partition by found.reader order by (entry).decided_at, (entry).id) as number
      from found
      join (select reader, (select coalesce(max(leaf.number), 0) from access_log_leaf leaf
                             where leaf.reader = one.reader) as number
              from (select distinct reader from found) as one) as last on last.reader = found.reader
  )
  select (entry).id, reader, number, secret, access_log_leaf_text(entry, number, secret)
    from numbered order by (entry).decided_at, (entry).id;
end;
