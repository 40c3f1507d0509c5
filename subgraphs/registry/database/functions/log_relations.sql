-- Writes the row of each read of somebody by a person who has to do with them, as the member stated that keeps the relation, and
-- returns the rows' ids. Whoever is erased has none, is not read and reads nothing.
--
-- It runs with the owner's rights, so that the process's role cannot write the log without it. The id of a row is the
-- operation's time and a digest of what the row says, as in decide_grants.
create or replace function log_relations(
  persons uuid[], kinds text[], relations uuid[], reads jsonb,
  operation uuid, viewer text, stated_purpose text, operation_name text, request_id text)
returns table (question integer, log_id uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  decision_time timestamptz;
begin
  perform share_rights(persons);
  decision_time := clock_timestamp();
  return query
  with asked as (
    select q.question::integer, q.volunteer_id, q.kind, q.relation_id,
           array(select jsonb_array_elements_text(reads -> (q.question - 1)::integer)) as fields
      from unnest(persons, kinds, relations) with ordinality as q (volunteer_id, kind, relation_id, question)
     where app_unerased(app_volunteer()) is not null and app_unerased(q.volunteer_id) is not null
       and exists (select from volunteer v where v.id = q.volunteer_id)
  ), decision as (
    select asked.*,
           encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                           8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid as log_id
      from asked
      cross join lateral (
        select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
                 operation, viewer, asked.volunteer_id, asked.kind, asked.relation_id, asked.fields)::text, 'UTF8')) for 10)
                 as bytes
        offset 0) digest
  ), logged as (
    insert into access_log (
      id, decided_at, volunteer_id, viewer, by_self, category, basis, relation, purpose, fields, operation, operation_id, request)
    select distinct on (d.log_id) d.log_id, decision_time, d.volunteer_id, viewer, false, 'contact', 'relation', d.kind,
           stated_purpose, d.fields, operation_name, operation, request_id
      from decision d order by d.log_id
    on conflict (id) do nothing
  )
  select d.question, d.log_id from decision d;
end $$;
