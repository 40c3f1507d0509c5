-- Begins a tie of a person with an organisation that both want, from the organisation's today, with its history. One that lasts
-- in the same role stays the only one. It is called by functions that know of both that they want it.
create or replace function begin_membership(organization uuid, person uuid, begun_role text) returns void
language plpgsql volatile set search_path = public, pg_temp as $$
declare
  tie uuid;
begin
  if exists (select from affiliation a
              where a.organization_id = organization and a.volunteer_id = person and a.role = begun_role
                and (a.until is null or a.suspended_at is not null or a.until > organization_day(organization, now()))) then
    return;
  end if;
  insert into affiliation (id, organization_id, volunteer_id, role, since)
  values (uuidv7(), organization, person, begun_role, organization_day(organization, now()))
  returning id into tie;
  insert into membership_event (affiliation_id, organization_id, volunteer_id, kind, role, by_person)
  values (tie, organization, person, 'begun', begun_role, true);
end $$;
