-- Brings reach into line with the emergencies that were confirmed or closed. One counts for all ties of the organisations that it
-- names, so it waits for those who change ties, and they for it.
create or replace function follow_emergency() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  parts uuid[];
begin
  perform pg_advisory_xact_lock('reach'::regclass::oid::integer, 0);
  parts := array(
    select part.id from emergency_organization part join changed on changed.id = part.emergency_id
    union all
    select part.id from emergency_person part join changed on changed.id = part.emergency_id);
  delete from reach where right_id = any (parts) and right_id <> '00000000-0000-0000-0000-000000000000';
  insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id)
  select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at, right_id
    from (select * from emergency_reach where right_id = any (parts)
          union all
          select * from emergency_person_reach where right_id = any (parts)) followed
   where not has_lapsed(until, expires_at)
   order by organization_id, purpose, 4;
  return null;
end $$;
