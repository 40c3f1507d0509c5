-- The rule of a grant. A tie with the person opens the categories that an organisation of its kind holds, by the table
-- category_holder; a consent opens what it names; a mandate opens to its holder what its giver would read by a tie, for one
-- purpose and one category; what an organisation keeps of people who left opens for retention, for the years of the table
-- category_retention; an emergency that it has opened opens, of those whom it names, what the list says. An organisation states a
-- purpose that it may state each time, and the purpose opens the category. A category that is not on the list is not decided. The
-- tenants are those whose rows are opened; null for all.
--
-- A minor's guardian reads what the minor would, of all tenants and whatever the purpose, by a right of its own name.
--
-- A question with seen_by is the person's own: what would that organisation see for that purpose?
--
-- The id of a row is the operation's time, so that rows sort by it, and a digest of what the row says, so that the same
-- outcome of the same question has one row however often an operation asks.
--
-- It runs with the owner's rights and always writes the log, so that the process's role, which sees no other person's
-- consents and cannot write the log, has no way to a decision without a row. Each statement in it sees what is committed
-- when it begins; the locks come in a statement before the one that reads.
create or replace function decide_grants(
  persons uuid[], categories text[], previewed uuid[], previewed_for text[],
  operation uuid, reads jsonb,
  viewer text, viewer_client text, viewer_volunteer uuid, viewer_organization uuid,
  stated_purpose text, operation_name text, request_id text)
returns table (question integer, basis text, refusal text, log_id uuid, tenants uuid[])
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  decision_time timestamptz;
begin
  perform share_rights(array_append(persons || previewed, viewer_organization) || array(
    select distinct giver_id from mandate
     where holder_id = any (array_append(previewed, viewer_organization)) and revoked_at is null and ends_at > now()));
  decision_time := clock_timestamp();
  return query
  with question as (
    select q.question::integer, q.volunteer_id, q.category, q.seen_by,
           case when q.seen_by is null then viewer_organization else q.seen_by end as organization_id,
           case when q.seen_by is null then stated_purpose else q.seen_for end as purpose,
           q.volunteer_id is not distinct from viewer_volunteer as by_self,
           viewer_volunteer is not null and q.volunteer_id = any ((select app_wards())::uuid[]) as by_guardian, opens_in_emergency
      from unnest(persons, categories, previewed, previewed_for)
           with ordinality as q (volunteer_id, category, seen_by, seen_for, question)
      join personal_category using (category)
  ), asked as (
    select question.*, exists (
             select from purpose_category o
              where o.purpose = question.purpose and o.category = question.category) as is_open
      from question
  ), reader as materialized (
    select r.seen_by, r.purpose, o.id, o.kind, organization_day(o.id, decision_time) as today,
           case when r.organization_id is null then 'NO_ORGANIZATION'
                when o.id is null then 'NOT_ACCREDITED'
                else purpose_refusal(r.purpose, o.id, case when r.seen_by is null then app_roles() end) end as refusal
      from (select distinct seen_by, organization_id, purpose from asked) r
      left join lateral reading_organization(
        r.organization_id,
        case when r.seen_by is null then viewer end,
        case when r.seen_by is null then viewer_client end) o on true
  ), mandated as materialized (
    select reader.seen_by, reader.purpose, m.id, m.category, m.giver_id, organization_day(m.giver_id, decision_time) as today
      from reader
      join mandate m on m.holder_id = reader.id and m.purpose = reader.purpose
      cross join lateral reading_organization(m.giver_id, null, null) giver
     where reader.refusal is null and m.revoked_at is null and m.ends_at > decision_time
       and exists (
         select from category_holder h where h.category = m.category and h.organization_kind in (giver.kind, '*'))
  ), assessed as (
    select asked.*, consented.id as consent_id, acting.mandate_ids, acting.givers,
           case when owned.yes or kept.yes then array[reader.id] end as own_tenant, urgent.id as emergency_id,
           coalesce(reader.refusal, case when not asked.is_open then 'PURPOSE_NOT_OPEN' end, 'NO_CONSENT') as reason,
           case when asked.seen_by is null and asked.by_self then 'self'
                when asked.seen_by is null and asked.by_guardian then 'guardian'
                when asked.seen_by is not null and not asked.by_self then null
                when consented.id is not null then 'consent'
                when acting.mandate_ids is not null then 'mandate'
                when owned.yes then 'owner'
                when kept.yes then 'retention'
                when urgent.id is not null then 'emergency' end as basis
      from asked
      join reader on reader.seen_by is not distinct from asked.seen_by
                 and reader.purpose is not distinct from asked.purpose
      left join lateral (
        select c.id from consent c
         where reader.refusal is null and asked.is_open
           and c.volunteer_id = asked.volunteer_id and c.category = asked.category and c.purpose = reader.purpose
           and (c.recipient_organization_id = reader.id or c.recipient_organization_id is null)
           and c.withdrawn_at is null and (c.expires_at is null or c.expires_at > decision_time)
         order by c.id limit 1) consented on true
      left join lateral (
        select true as yes from affiliation a
         where reader.refusal is null and asked.is_open
           and a.organization_id = reader.id and a.volunteer_id = asked.volunteer_id
           and (a.until is null or a.until > reader.today)
           and exists (
             select from category_holder h
              where h.category = asked.category and h.organization_kind in (reader.kind, '*'))
         limit 1) owned on true
      left join lateral (
        select array_agg(m.id order by m.id) as mandate_ids, array_agg(m.giver_id order by m.id) as givers
          from mandated m
         where asked.is_open and m.seen_by is not distinct from asked.seen_by
           and m.purpose = asked.purpose and m.category = asked.category
           and exists (
             select from affiliation a
              where a.organization_id = m.giver_id and a.volunteer_id = asked.volunteer_id
                and (a.until is null or a.until > m.today))) acting on true
      left join lateral (
        select true as yes
          from category_retention r
          join affiliation a on a.organization_id = reader.id and a.volunteer_id = asked.volunteer_id
           and a.until <= reader.today and a.until + make_interval(years => r.years) > reader.today
         where reader.refusal is null and asked.is_open and reader.purpose = 'retention'
           and r.category = asked.category and r.organization_kind = reader.kind
         limit 1) kept on true
      left join lateral (
        select e.id from emergency e
         where reader.refusal is null and asked.is_open and reader.purpose = 'emergency' and asked.opens_in_emergency
           and e.organization_id = reader.id
           and e.confirmed_at is not null and e.closed_at is null and e.ends_at > decision_time
           and (exists (select from emergency_person p where p.emergency_id = e.id and p.volunteer_id = asked.volunteer_id)
                or exists (
                  select from emergency_organization part
                    join affiliation a on a.organization_id = part.organization_id and a.volunteer_id = asked.volunteer_id
                   where part.emergency_id = e.id
                     and (a.until is null or a.until > organization_day(part.organization_id, decision_time))))
         order by e.id limit 1) urgent on true
  ), decision as (
    select assessed.*,
           case when assessed.basis is null then assessed.reason end as refusal,
           case when assessed.basis is not null and assessed.seen_by is not null then 'self' else assessed.basis end
             as logged_basis,
           case when assessed.basis in ('owner', 'retention') then own_tenant
                when assessed.basis = 'mandate' then givers || own_tenant end as tenants,
           encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                           8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid as log_id
      from assessed
      cross join lateral (
        select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
                 operation, viewer, viewer_organization, assessed.volunteer_id, assessed.category, assessed.seen_by,
                 assessed.purpose, coalesce(assessed.basis, assessed.reason),
                 case assessed.basis when 'consent' then assessed.consent_id end,
                 case assessed.basis when 'mandate' then assessed.mandate_ids end,
                 case assessed.basis when 'emergency' then assessed.emergency_id end)::text, 'UTF8')) for 10) as bytes
        offset 0) digest
  ), logged as (
    insert into access_log (
      id, decided_at, volunteer_id, viewer, by_self, organization_id, previewed_organization_id, category,
      basis, refusal, consent_id, mandate_ids, on_behalf_of, emergency_id, purpose, fields, operation, operation_id, request)
    select d.log_id, decision_time, d.volunteer_id, viewer, d.by_self, viewer_organization, d.seen_by, d.category,
           d.logged_basis, d.refusal, case d.logged_basis when 'consent' then d.consent_id end,
           case d.logged_basis when 'mandate' then d.mandate_ids end, case d.logged_basis when 'mandate' then d.givers end,
           case d.logged_basis when 'emergency' then d.emergency_id end, d.purpose,
           array(select jsonb_array_elements_text(reads -> d.category)), operation_name, operation, request_id
      from decision d
    on conflict (id) do nothing
  )
  select d.question, d.basis, d.refusal, d.log_id, d.tenants from decision d;
end $$;
