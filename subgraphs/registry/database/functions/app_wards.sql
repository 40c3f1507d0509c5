-- The minors whose guardian the viewer is now.
create or replace function app_wards() returns uuid[] language sql stable security definer
set search_path = public, pg_temp
return array(select ward_id from guardianship
              where guardian_id = app_unerased(app_volunteer()) and ended_at is null and is_minor(ward_id));
