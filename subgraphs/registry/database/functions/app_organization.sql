-- The organisation of the viewer's token, if it may read shared data now and the viewer may act for it; else null. Policies of
-- the framework and of the registry ask it, so that nobody reads or writes in a tenant's name by the token alone.
create or replace function app_organization() returns uuid language sql stable security definer
set search_path = public, pg_temp
return case when token_organization() is not null and app_subject() is not null then (
  select reader.id from reading_organization(token_organization(), app_subject(), app_client()) as reader) end;
