-- Brings reach into line with the ties or consents that a statement has changed. Each row follows from one of them, or from a
-- tie and what opens it to another organisation, so what two transactions change at once does not meet. The lock keeps out a new
-- organisation, which takes over all consents that are given to every member, and mandates and emergencies, which count for all
-- ties of an organisation.
create or replace function follow_reach() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  -- As a list, which is looked up in indexes: nothing is known of how many rows a statement changes, and a join over all of them
  -- takes the square of their number.
  ids constant uuid[] := array(select id from changed);
begin
  if ids = '{}' then
    return null;
  end if;
  perform pg_advisory_xact_lock_shared('reach'::regclass::oid::integer, 0);
  if tg_op <> 'INSERT' then
    delete from reach where id = any (ids);
  end if;
  insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at)
  select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at
    from reach_source where id = any (ids) and not has_lapsed(until, expires_at)
   order by organization_id, purpose, 4;
  if tg_table_name = 'affiliation' then
    insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id)
    select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at, right_id
      from mandate_reach where id = any (ids) and not has_lapsed(until, expires_at)
     order by organization_id, purpose, 4;
    insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id)
    select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at, right_id
      from emergency_reach where id = any (ids) and not has_lapsed(until, expires_at)
     order by organization_id, purpose, 4;
  end if;
  return null;
end $$;
