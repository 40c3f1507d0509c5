-- Makes a person of the subject of the session's issuer and binds the subject to it, or tells why not. Whoever is a person
-- already stays that person, and nothing changes. It runs with the owner's rights: whoever signs up is nobody yet.
--
-- The account of a minor waits for a guardian's yes.
--
-- An account of an organisation's officer or system is the organisation's, also after a dismissal, and makes nobody a person.
-- What somebody says of themself proves nothing, so that linkage is given no value to compare: the record of the office is
-- empty to it, and links by a claim or by the office alone.
create or replace function sign_up(
  given text, family text, father text, born date, model integer, most_of_day integer)
returns table (registered_at timestamptz, minor boolean, refusal text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  person constant uuid := uuidv7();
  known uuid;
  home uuid;
  refused text;
begin
  perform pg_advisory_xact_lock(hashtext('sign_up'), hashtext(json_build_array(app_issuer(), app_subject())::text));
  select coalesce(
    (select b.volunteer_id from identity_binding b
      where b.issuer = app_issuer() and b.subject = app_subject() and b.ended_at is null),
    app_volunteer()) into known;
  if known is not null then
    return query
      select v.registered_at, is_minor(v.id), case when app_unerased(v.id) is null then 'ERASED' end
        from volunteer v where v.id = known;
    return;
  end if;
  refused := sign_up_refusal();
  if refused is not null then
    return query select null::timestamptz, null::boolean, refused;
    return;
  end if;
  select o.id into strict home from organization o where o.kind = 'registry';
  if born > organization_day(home, now()) then
    return query select null::timestamptz, null::boolean, 'BIRTH_DATE';
    return;
  end if;
  insert into sign_up_count as counted (issuer, day, taken)
  select app_issuer(), organization_day(home, now()), 1 where most_of_day > 0
  on conflict (issuer, day) do update set taken = counted.taken + 1 where counted.taken < most_of_day;
  if not found then
    return query select null::timestamptz, null::boolean, 'LIMIT';
    return;
  end if;
  insert into volunteer (id, organization_id, given_name, family_name, patronymic, birth_date, registered_at)
  values (person, home, given, family, father, born, now());
  insert into register_record (id, organization_id, local_key, version, digest) values (person, home, person, 1, '');
  insert into comparable_record (id, texts, keys, national_number_hashes)
  values (person, '{"","","","","",""}', '{}', '{}');
  insert into source_record (record_id, version, organization_id, given_name, family_name, patronymic, birth_date,
                             national_number_hashes, submitted_by)
  values (person, 1, home, given, family, father, born, '{}', app_subject());
  insert into person_link (id, record_id, person_id, status, method, model_version)
  values (uuidv7(), person, person, 'auto', 'first', model);
  insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
  values (uuidv7(), person, app_issuer(), app_subject(), now(), app_subject());
  if is_minor(person) then
    insert into account_confirmation (id, volunteer_id, asked_at) values (uuidv7(), person, now());
  end if;
  return query select now(), is_minor(person), null::text;
end $$;
