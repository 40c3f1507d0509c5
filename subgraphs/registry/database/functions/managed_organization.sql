-- The viewer's organisation, if the viewer may act for it. Suspended or not accredited yet, an organisation sees to its own
-- affairs; it reads nobody's data.
create or replace function managed_organization() returns uuid language sql stable security definer
set search_path = public, pg_temp
return case when holds_appointment(token_organization(), app_subject(), app_client()) then token_organization() end;
