-- Changes a membership and writes its history: the organisation changes the role, suspends, resumes and ends; the person ends.
-- Tells what became of it: DONE, NOT_FOUND for whoever has nothing to do with it, SAME for what is so already, OVER for what has
-- ended. While it is suspended it has an end, and so opens nothing.
create or replace function change_membership(membership uuid, change text, new_role text, why text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tie affiliation;
  by_organization boolean;
  today date;
begin
  perform end_rights(a.volunteer_id) from affiliation a where a.id = membership;
  select * into tie from affiliation a where a.id = membership for update;
  by_organization := coalesce(tie.organization_id = app_organization(), false);
  if tie.id is null or not (by_organization or (change = 'ended' and coalesce(tie.volunteer_id = app_volunteer(), false))) then
    return 'NOT_FOUND';
  end if;
  today := organization_day(tie.organization_id, now());
  if tie.suspended_at is null and tie.until <= today then
    return 'OVER';
  end if;
  if (case change when 'changed' then tie.role = new_role
                  when 'suspended' then tie.suspended_at is not null
                  when 'resumed' then tie.suspended_at is null
                  else false end) then
    return 'SAME';
  end if;
  update affiliation set
    role = case change when 'changed' then new_role else role end,
    suspended_at = case change when 'suspended' then now() when 'changed' then suspended_at end,
    until = case when change = 'resumed' then null
                 when change in ('suspended', 'ended') then greatest(since, least(coalesce(until, today), today))
                 else until end
   where id = membership
  returning * into tie;
  insert into membership_event (affiliation_id, organization_id, volunteer_id, kind, role, by_person, reason)
  values (membership, tie.organization_id, tie.volunteer_id, change, tie.role, not by_organization, why);
  return 'DONE';
end $$;
