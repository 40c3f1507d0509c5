-- Says a guardian's yes or no to the account of a ward, once; tells why nothing changed, or null. A no ends the account's bindings, so
-- that nobody acts by them from the next request on.
create or replace function confirm_account(ward uuid, says_yes boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one account_confirmation;
begin
  perform end_rights(ward);
  if not ward = any (app_wards()) then
    return 'NO_WARD';
  end if;
  select * into one from account_confirmation c where c.volunteer_id = ward for update;
  if one.id is null then
    return 'NOT_ASKED';
  elsif one.answer <> 'awaited' then
    return 'ANSWERED';
  end if;
  update account_confirmation
     set answer = case when says_yes then 'given' else 'refused' end, answered_at = clock_timestamp(),
         guardianship_id = (select g.id from guardianship g
                             where g.guardian_id = app_volunteer() and g.ward_id = ward and g.ended_at is null
                             order by g.id limit 1)
   where id = one.id;
  if not says_yes then
    update identity_binding set ended_at = clock_timestamp(), ended_by = app_subject()
     where volunteer_id = ward and ended_at is null;
  end if;
  return null;
end $$;
