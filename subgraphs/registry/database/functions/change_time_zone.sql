-- Whoever sees to an organisation's affairs, or to everybody's, says in which time zone its days are counted; of the row of an
-- organisation its own people change nothing else.
create or replace function change_time_zone(organization uuid, zone text) returns void language sql security definer
set search_path = public, pg_temp
begin atomic
  update organization as o set time_zone = zone
   where o.id = change_time_zone.organization and (registry_office() or o.id = managed_organization());
end;
