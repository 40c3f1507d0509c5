-- Notes the address that the person who asks would like to have, until they confirm it by the code that a job sends there; false
-- where they asked too often in a day. An earlier code counts no longer.
create or replace function begin_email_change(change uuid, address text, minutes integer, most_of_day integer)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  person constant uuid := app_unerased(app_volunteer());
begin
  perform pg_advisory_xact_lock(hashtext('email_change'), hashtext(person::text));
  if person is null or (select count(*) from email_change e
                         where e.volunteer_id = person and e.created_at > now() - interval '1 day') >= most_of_day then
    return false;
  end if;
  update email_change set ends_at = least(ends_at, now()), seed = null where volunteer_id = person;
  insert into email_change (id, volunteer_id, email, ends_at)
  values (change, person, address, now() + make_interval(mins => minutes));
  return true;
end $$;
