-- Why the viewer may not search for the purpose of the operation, or null where they may: it has to be one that they may state and
-- that opens something.
create or replace function search_refusal() returns text language sql stable security definer
set search_path = public, pg_temp
return (
  select coalesce(purpose_refusal(stated, app_organization(), app_roles()),
                  case when not exists (select from purpose_category where purpose = stated) then 'PURPOSE_NOT_OPEN' end)
    from (select nullif(current_setting('app.purpose', true), '') as stated) operation);
