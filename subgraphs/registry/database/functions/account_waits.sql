-- Whether a minor's account has no guardian's yes. Nothing is taken, confirmed or consented to for it until then.
create or replace function account_waits(person uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp
return exists (select from account_confirmation c where c.volunteer_id = person and c.answer <> 'given') and is_minor(person);
