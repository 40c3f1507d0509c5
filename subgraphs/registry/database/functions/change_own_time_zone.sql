-- Says in which time zone a person's days are counted; null for that of the organisation that registered them. The day on which a
-- minor is of age hangs on it, so that the guardian says it. False for whoever may not.
create or replace function change_own_time_zone(person uuid, zone text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update volunteer set time_zone = zone
   where id = app_unerased(person) and app_unerased(app_volunteer()) is not null
     and (id = any (app_wards()) or (id = app_volunteer() and not is_minor(id)));
  return found;
end $$;
