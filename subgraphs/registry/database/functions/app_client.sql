-- The session's variable: the client of the viewer's token, or null.
create or replace function app_client() returns text language sql stable
return nullif(current_setting('app.client', true), '');
