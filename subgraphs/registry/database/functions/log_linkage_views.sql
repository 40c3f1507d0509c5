-- Writes that somebody of the office sees masked values of records, before anything of them is released: an event for each
-- record or pair, and a row in the log of each volunteer who is a person of these records, once for an operation and question.
create or replace function log_linkage_views(
  seen jsonb, viewer text, operation_name text, operation uuid, request_id text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not registry_office() then raise exception 'Only the office sees records of others.'; end if;
  insert into linkage_event (id, kind, actor, record_id, other_record_id)
  select uuidv7(), 'viewed', log_linkage_views.viewer, one."recordId", one."otherId"
    from jsonb_to_recordset(seen) as one ("recordId" uuid, "otherId" uuid);
  insert into access_log (
    id, decided_at, volunteer_id, viewer, by_self, organization_id, category, basis, fields, operation, operation_id, request,
    reference_id)
  select encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                         8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid,
         clock_timestamp(), shown.volunteer_id, log_linkage_views.viewer, false, app_organization(), 'identity',
         'office_review', '{givenName,familyName,patronymic,birthDate,phone,email}', operation_name, operation, request_id,
         shown.question
    from (
      select distinct volunteer.id as volunteer_id, one.question
        from jsonb_to_recordset(seen) as one ("recordId" uuid, "otherId" uuid, question uuid)
        join person_link link on link.record_id in (one."recordId", one."otherId") and link.valid_to is null
        join person_link own on own.person_id = link.person_id and own.valid_to is null
        join volunteer on volunteer.id = own.record_id) shown
   cross join lateral (
     select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
              operation, log_linkage_views.viewer, app_organization(), shown.volunteer_id, 'office_review',
              shown.question)::text, 'UTF8')) for 10) as bytes
     offset 0) digest
  on conflict (id) do nothing;
end $$;
