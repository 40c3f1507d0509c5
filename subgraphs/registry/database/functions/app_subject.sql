-- The session's variable: the subject of the viewer's token, or null.
create or replace function app_subject() returns text language sql stable
return nullif(current_setting('app.subject', true), '');
