-- Whether the viewer acts for the registry's office, which is accredited and not suspended.
create or replace function registry_office() returns boolean language sql stable security definer
set search_path = public, pg_temp
return exists (select from organization where id = app_organization() and kind = 'registry');
