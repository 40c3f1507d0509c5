-- Notes by which address whoever signed in, and is nobody, was somebody before; why not, or null. Whether the address is anybody's
-- is found out later, by a job, so that neither the answer nor how long it takes says so.
create or replace function begin_recovery(recovery uuid, address text, minutes integer, most_of_day integer) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  refused constant text := recovery_refusal();
begin
  if refused is not null then
    return refused;
  end if;
  perform pg_advisory_xact_lock(hashtext('account_recovery'), hashtext(json_build_array(app_issuer(), app_subject())::text));
  if (select count(*) from account_recovery r
       where r.issuer = app_issuer() and r.subject = app_subject()
         and r.asked_at > now() - interval '1 day') >= most_of_day then
    return 'LIMIT';
  end if;
  -- An earlier code counts no longer.
  update account_recovery set ends_at = least(ends_at, now())
   where issuer = app_issuer() and subject = app_subject() and confirmed_at is null;
  insert into account_recovery (id, issuer, subject, email, ends_at)
  values (recovery, app_issuer(), app_subject(), address, now() + make_interval(mins => minutes));
  return null;
end $$;
