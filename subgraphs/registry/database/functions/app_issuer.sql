-- The session's variable: the issuer of the viewer's token, or null.
create or replace function app_issuer() returns text language sql stable
return nullif(current_setting('app.issuer', true), '');
