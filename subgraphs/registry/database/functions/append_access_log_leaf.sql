-- Puts a leaf to the end of the tree (RFC 9162, 2.1), with the nodes that are whole with it.
create or replace function append_access_log_leaf(at bigint, leaf text) returns void language plpgsql volatile as $$
declare
  height integer := 0;
  reached bytea := sha256('\x00'::bytea || convert_to(leaf, 'UTF8'));
begin
  insert into access_log_node (level, position, hash) values (height, at, reached);
  while (at >> height) & 1 = 1 loop
    select sha256('\x01'::bytea || node.hash || reached) into strict reached
      from access_log_node node where node.level = height and node.position = (at >> height) - 1;
    height := height + 1;
    insert into access_log_node (level, position, hash) values (height, at >> height, reached);
  end loop;
end $$;
