-- Gives new organisations the people who consented to every accredited member.
create or replace function open_reach() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock('reach'::regclass::oid::integer, 0);
  insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at)
  select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at
    from reach_source where organization_id in (select id from changed) and not has_lapsed(until, expires_at)
   order by organization_id, purpose, 4;
  return null;
end $$;
