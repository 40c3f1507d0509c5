-- Lets a recovery take effect: the account's bindings end, and the subject that recovers it is bound to the person. Whoever it
-- belongs to now, or null where nothing changed: it was refused, it waits, or who asked may be nobody's account by now.
--
-- The lock of the person comes in a statement before the one that reads, so that no decision follows for the subjects from before.
create or replace function move_account(recovery uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one account_recovery;
begin
  if not app_working() then
    return null;
  end if;
  select * into one from account_recovery r where r.id = recovery;
  perform end_rights(one.volunteer_id);
  select * into one from account_recovery r
   where r.id = recovery and r.confirmed_at is not null and r.refused_at is null and r.moved_at is null
     and r.takes_effect_at <= app_now() for update;
  if one.id is null then
    return null;
  end if;
  if app_unerased(one.volunteer_id) is null or is_minor(one.volunteer_id)
     or not exists (select from issuer i where i.issuer = one.issuer and i.signs_up and i.withdrawn_at is null)
     or exists (select from identity_binding b where b.issuer = one.issuer and b.subject = one.subject)
     or exists (select from officer f where f.subject = one.subject and (f.issuer is null or f.issuer = one.issuer)) then
    update account_recovery set refused_at = clock_timestamp(), refused_by = 'registry' where id = one.id;
    return null;
  end if;
  update identity_binding set ended_at = clock_timestamp(), ended_by = one.subject
   where volunteer_id = one.volunteer_id and ended_at is null;
  insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
  values (uuidv7(), one.volunteer_id, one.issuer, one.subject, clock_timestamp(), one.subject);
  update account_recovery set moved_at = clock_timestamp() where id = one.id;
  -- Of two who recover one account, the second would take it from the first.
  update account_recovery set refused_at = clock_timestamp(), refused_by = 'registry'
   where volunteer_id = one.volunteer_id and id <> one.id and confirmed_at is not null and refused_at is null
     and moved_at is null;
  return one.volunteer_id;
end $$;
