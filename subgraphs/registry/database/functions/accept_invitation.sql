-- Takes a code that an organisation handed out, for a person for whom the viewer decides: the tie that it offers begins, and the
-- record that it names is told to be the person's. What is wrong with a code (not there, used, withdrawn, ended, guessed at too
-- often, of a suspended organisation, of a record that is another person's) is one and the same to whoever tries; the office
-- finds each try in claim_attempt. A half of the code finds it, so that tries with the other half wrong count against it.
create or replace function accept_invitation(
  person uuid, code_place text, code_hash text, needs_record boolean, most_of_day integer)
returns table (outcome text, organization_id uuid, role text, record_id uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  one invitation;
  verdict text := 'refused';
begin
  if app_volunteer() is null then
    raise exception 'Only a person takes a code.';
  end if;
  perform pg_advisory_xact_lock(hashtext('claim'), hashtext(app_volunteer()::text));
  select * into one from invitation i where i.place = code_place for update;
  if (select count(*) from claim_attempt a
       where a.volunteer_id = app_volunteer() and a.way = 'code' and a.outcome in ('refused', 'taken')
         and a.tried_at > now() - interval '1 day') >= most_of_day then
    verdict := 'limited';
  elsif one.secret_hash is distinct from code_hash then
    update invitation set failed_tries = failed_tries + 1 where id = one.id;
  elsif one.failed_tries < 10 and one.accepted_at is null and one.withdrawn_at is null and one.ends_at > now()
    and (person = app_volunteer() or person = any (app_wards())) and app_unerased(person) is not null
    and exists (select from reading_organization(one.organization_id, null, null))
    and (one.record_id is not null or not needs_record) then
    verdict := case when one.record_id is null or may_claim(one.record_id, person) then 'accepted' else 'taken' end;
  end if;
  insert into claim_attempt (volunteer_id, way, outcome, organization_id)
  values (app_volunteer(), 'code', verdict, one.organization_id);
  if verdict <> 'accepted' then
    return query select verdict, null::uuid, null::text, null::uuid;
    return;
  end if;
  update invitation set accepted_at = now(), volunteer_id = person where id = one.id;
  perform begin_membership(one.organization_id, person, one.role);
  if one.record_id is not null then
    insert into record_disclosure (record_id, volunteer_id) values (one.record_id, person) on conflict do nothing;
  end if;
  return query select verdict, one.organization_id, one.role, one.record_id;
end $$;
