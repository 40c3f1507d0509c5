-- Whether a person is a minor, on the day that it is where they live, or for the organisation that registered them where they did
-- not say; false without a birth date.
create or replace function is_minor(person uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp
return coalesce((
  select majority_on(v.id) > coalesce(day_in(v.time_zone, app_now()), organization_day(v.organization_id, app_now()))
    from volunteer v where v.id = person), false);
