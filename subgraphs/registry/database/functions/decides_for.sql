-- For whom of these people, and of themself, the viewer decides: an adult for themself, and a guardian for a minor, to whose
-- account a guardian has said yes. Nobody decides
-- for who is erased.
create or replace function decides_for(people uuid[]) returns uuid[] language sql stable security definer
set search_path = public, pg_temp
return array(
  select one from (select unnest(people) union select app_volunteer()) asked (one)
   where app_unerased(one) is not null
     and ((one = any (app_wards()) and not account_waits(one))
       or (one = app_volunteer() and not is_minor(one) and exists (select from volunteer v where v.id = one))));
