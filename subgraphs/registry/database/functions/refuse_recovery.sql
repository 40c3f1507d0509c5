-- Refuses a recovery before it takes effect, for the person whose account it is, or for the office; false where there is none that
-- waits.
create or replace function refuse_recovery(recovery uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update account_recovery
     set refused_at = clock_timestamp(),
         refused_by = case when volunteer_id = app_volunteer() then 'person' else 'office' end
   where id = recovery and confirmed_at is not null and refused_at is null and moved_at is null
     and (volunteer_id = app_unerased(app_volunteer()) or registry_office());
  return found;
end $$;
