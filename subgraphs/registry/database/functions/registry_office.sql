-- Whether the viewer acts for the registry's office, which is accredited and not suspended.
create or replace function registry_office() returns boolean language sql stable security definer
set search_path = public, pg_temp
return exists (
  select from reading_organization(app_organization(), app_subject(), app_client()) as reader
   where reader.kind = 'registry' and app_subject() is not null);
