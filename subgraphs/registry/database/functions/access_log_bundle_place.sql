-- Where a row stands in its bundle, as JSON; null for a row that stands in the tree itself.
create or replace function access_log_bundle_place(leaf access_log_leaf) returns json language sql stable
begin atomic
  select json_build_object('slot', leaf.slot, 'path', (
           select json_agg(encode(hash, 'hex') order by level) from unnest(leaf.path) with ordinality as one (hash, level)))
   where leaf.slot is not null;
end;
