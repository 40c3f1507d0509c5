-- The session's variable: the roles in which the viewer acts for an organisation.
create or replace function app_roles() returns text[] language sql stable
return string_to_array(coalesce(current_setting('app.roles', true), ''), ' ');
