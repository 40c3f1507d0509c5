-- The session's variable: the organisation of the viewer's token, or null. It says what the token says and no more; who asks
-- what the viewer may read or do asks app_organization() or managed_organization().
create or replace function token_organization() returns uuid language sql stable
return nullif(current_setting('app.organization', true), '')::uuid;
