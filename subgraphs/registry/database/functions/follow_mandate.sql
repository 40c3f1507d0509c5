-- Brings reach into line with the mandates that a statement has changed. A mandate counts for all ties of its giver, so it
-- waits for those who change ties, and they for it.
create or replace function follow_mandate() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not exists (select from changed) then
    return null;
  end if;
  perform pg_advisory_xact_lock('reach'::regclass::oid::integer, 0);
  if tg_op <> 'INSERT' then
    delete from reach
     where right_id in (select id from changed) and right_id <> '00000000-0000-0000-0000-000000000000';
  end if;
  insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id)
  select id, organization_id, purpose, reach_position(organization_id, volunteer_id), volunteer_id, until, expires_at, right_id
    from mandate_reach where right_id in (select id from changed) and not has_lapsed(until, expires_at)
   order by organization_id, purpose, 4;
  return null;
end $$;
