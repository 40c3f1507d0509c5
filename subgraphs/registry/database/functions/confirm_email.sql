-- Makes the address of the newest change that of the person who asks, if the code is the one that was sent there, and tells which
-- change it was; null where the code is wrong, over or was guessed at too often. A code is guessed at five times.
create or replace function confirm_email(code text) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  change email_change;
begin
  select * into change from email_change e
   where e.volunteer_id = app_unerased(app_volunteer()) and e.confirmed_at is null and e.ends_at > now() and e.failed_tries < 5
   order by e.id desc limit 1 for update;
  if change.id is null then
    return null;
  end if;
  if mailed_code(change.seed) is distinct from code then
    update email_change set failed_tries = failed_tries + 1 where id = change.id;
    return null;
  end if;
  update email_change
     set confirmed_at = now(), confirmed_by = app_subject(), confirmed_by_issuer = app_issuer(), seed = null
   where id = change.id;
  update volunteer set email = change.email, email_confirmed_at = now() where id = change.volunteer_id;
  return change.id;
end $$;
