-- A record whose person is erased is no question any more.
create or replace function close_linkage_questions() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update linkage_pair set is_open = false
   where is_open and (left_id in (select record_id from gone) or right_id in (select record_id from gone));
  return null;
end $$;
