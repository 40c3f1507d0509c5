-- Writes the row of each read of somebody in a list of an organisation's own rows, as the member stated that keeps them, and says
-- who is shown: nobody without a row. The purpose has to be one that the viewer may state and that opens the member's category.
-- Whoever is erased has no row, and is not shown.
--
-- As a decision does, it holds the locks of all whom it shows, and of the organisation, before it reads whether it may.
create or replace function log_listings(
  persons uuid[], lists text[], categories text[], operation uuid, operation_name text, request_id text)
returns table (question integer, shown boolean, refusal text) language plpgsql volatile security definer
set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  stated constant text := nullif(current_setting('app.purpose', true), '');
  reader uuid;
  refused text;
begin
  perform share_rights(array_append(persons, token_organization()));
  reader := app_organization();
  if reader is null then
    return;
  end if;
  refused := purpose_refusal(stated, reader, app_roles());
  return query
  with asked as (
    select q.question::integer, q.volunteer_id, q.list,
           coalesce(refused, case when not exists (
             select from purpose_category o where o.purpose = stated and o.category = q.category)
             then 'PURPOSE_NOT_OPEN' end) as refusal,
           app_unerased(q.volunteer_id) is not null
             and exists (select from volunteer v where v.id = q.volunteer_id) as is_known,
           case when q.volunteer_id = app_volunteer() then 'self' else 'owner' end as basis
      from unnest(persons, lists, categories) with ordinality as q (volunteer_id, list, category, question)
  ), logged as (
    insert into access_log (
      id, decided_at, volunteer_id, viewer, by_self, organization_id, category, basis, purpose, fields,
      operation, operation_id, request)
    select encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                           8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid,
           clock_timestamp(), listed.volunteer_id, app_subject(), listed.basis = 'self', reader, 'identity', listed.basis,
           stated, array[listed.list], operation_name, operation, request_id
      from (select distinct volunteer_id, list, basis from asked where refusal is null and is_known) listed
      cross join lateral (
        select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
                 operation, app_subject(), reader, listed.volunteer_id, 'identity', listed.list, stated,
                 listed.basis)::text, 'UTF8')) for 10) as bytes
        offset 0) digest
    on conflict (id) do nothing
  )
  select asked.question, asked.refusal is null and asked.is_known, asked.refusal from asked;
end $$;
