-- Takes the code of the newest recovery that whoever asks began: from then on it waits. No row for a code that is wrong, over, was
-- guessed at too often, or was never sent since the address is nobody's.
create or replace function confirm_recovery(code text, delay_seconds integer)
returns table (id uuid, volunteer_id uuid, takes_effect_at timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  one account_recovery;
begin
  select * into one from account_recovery r
   where r.issuer = app_issuer() and r.subject = app_subject() and r.confirmed_at is null and r.ends_at > now()
     and r.failed_tries < 5
   order by r.id desc limit 1 for update;
  if one.id is null then
    return;
  end if;
  if one.volunteer_id is null or app_unerased(one.volunteer_id) is null or one.seed is null
     or mailed_code(one.seed) is distinct from code then
    update account_recovery set failed_tries = failed_tries + 1 where id = one.id;
    return;
  end if;
  return query
    update account_recovery r
       set confirmed_at = now(), seed = null, takes_effect_at = app_now() + make_interval(secs => delay_seconds)
     where r.id = one.id
    returning r.id, r.volunteer_id, r.takes_effect_at;
end $$;
