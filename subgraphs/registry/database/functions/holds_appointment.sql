-- Whether the subject of the client may act for the organisation in the session's roles.
create or replace function holds_appointment(organization uuid, subject text, client text)
returns boolean language sql stable security definer
set search_path = public, pg_temp
return may_represent(organization, subject, client, app_roles());
