-- To whom a card has to be open so that the viewer's organisation finds it: to all, to its kind, or to itself. Empty for who may
-- not read.
create or replace function search_audiences() returns text[] language sql stable security definer
set search_path = public, pg_temp
return coalesce((
  select array['*', o.kind, o.id::text] from organization o where o.id = app_organization()), '{}');
