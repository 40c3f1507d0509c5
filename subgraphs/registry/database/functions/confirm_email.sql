-- Makes the address of the newest change that of the person who asks, if the code is the one that was sent there. A code is
-- guessed at five times.
create or replace function confirm_email(hash text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  change email_change;
begin
  select * into change from email_change e
   where e.volunteer_id = app_unerased(app_volunteer()) and e.confirmed_at is null and e.ends_at > now() and e.failed_tries < 5
   order by e.id desc limit 1 for update;
  if change.id is null then
    return false;
  end if;
  if change.code_hash <> hash then
    update email_change set failed_tries = failed_tries + 1 where id = change.id;
    return false;
  end if;
  update email_change set confirmed_at = now() where id = change.id;
  update volunteer set email = change.email, email_confirmed_at = now() where id = change.volunteer_id;
  return true;
end $$;
