-- All hashes of the tree above as many leaves as a power of two says: the leaves, then the nodes above them, then those above
-- these; the last one is the root.
create or replace function merkle_nodes(leaves bytea[]) returns bytea[] language plpgsql immutable as $$
declare
  floor bytea[] := leaves;
  nodes bytea[] := leaves;
begin
  while cardinality(floor) > 1 loop
    select array_agg(sha256('\x01'::bytea || pair) order by above) into floor
      from (select (place - 1) / 2 as above, string_agg(hash, ''::bytea order by place) as pair
              from unnest(floor) with ordinality as one (hash, place) group by 1) as pairs;
    nodes := nodes || floor;
  end loop;
  return nodes;
end $$;
