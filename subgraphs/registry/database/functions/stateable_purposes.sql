-- The purposes that the viewer may state for the organisation, such as they open something: what somebody is told who stated none.
create or replace function stateable_purposes() returns text[] language sql stable security definer
set search_path = public, pg_temp
return array(
  select code from purpose
   where purpose_refusal(code, app_organization(), app_roles()) is null
     and app_organization() is not null
     and exists (select from purpose_category c where c.purpose = code)
   order by place);
