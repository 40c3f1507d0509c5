-- A page of the people whom the viewer's organisation may list, as a read of theirs: each person of the page gets a row in the log
-- that says by which right they are in the list, one for an operation. The row that only tells that the list goes on is not shown
-- and leaves none. A list that may not be read is one row with the refusal.
--
-- As a decision does, it holds the locks of all whom it shows before it reads what it shows, so that no page follows a withdrawal.
create or replace function list_people(
  after uuid, before uuid, backwards boolean, most integer, operation uuid, operation_name text, request_id text)
returns table (id uuid, "position" uuid, refusal text) language plpgsql volatile security definer
set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  own_right constant uuid := '00000000-0000-0000-0000-000000000000';
  reader constant uuid := app_organization();
  stated constant text := nullif(current_setting('app.purpose', true), '');
  refused text;
  rights jsonb;
  locked uuid[];
  people uuid[];
begin
  if reader is null then
    return;
  end if;
  locked := array_append(array(
    select distinct giver_id from mandate
     where holder_id = reader and purpose = stated and revoked_at is null and ends_at > now()), reader);
  perform share_rights(locked);
  refused := purpose_refusal(stated, reader, app_roles());
  if refused is null and not exists (select from purpose_category where purpose = stated) then
    refused := 'PURPOSE_NOT_OPEN';
  end if;
  if refused is not null then
    return query select null::uuid, null::uuid, refused;
    return;
  end if;
  loop
    people := array(select listed.id from list_reach(after, before, backwards, most) listed);
    exit when people <@ locked;
    perform share_rights(people);
    locked := locked || people;
  end loop;
  rights := live_rights(reader, stated);
  return query
  with page as materialized (
    select listed.id, listed.position, listed.place
      from list_reach(after, before, backwards, most) with ordinality listed (id, position, place)
     where listed.id = any (locked)
  ), shown as (
    select page.id, consented.id as consent_id, acting.mandate_ids, acting.givers, urgent.id as emergency_id,
           case when page.id = app_volunteer() then 'self'
                when consented.id is not null then 'consent'
                when acting.mandate_ids is not null then 'mandate'
                when owned.yes then 'owner'
                else 'emergency' end as basis
      from page
      left join lateral (
        select reach.id from reach
         where reach.organization_id = reader and reach.purpose = stated and reach.position = page.position
           and reach.right_id = own_right and (reach.expires_at is null or reach.expires_at > now())
         order by reach.id limit 1) consented on true
      left join lateral (
        select array_agg(reach.right_id) as right_ids from reach
         where reach.organization_id = reader and reach.purpose = stated and reach.position = page.position
           and reach.right_id <> own_right and rights ? reach.right_id::text
           and (reach.until is null or reach.until > (rights ->> reach.right_id::text)::date)
           and (reach.expires_at is null or reach.expires_at > now())) others on true
      left join lateral (
        select array_agg(m.id order by m.id) as mandate_ids, array_agg(m.giver_id order by m.id) as givers
          from mandate m where m.id = any (others.right_ids)) acting on true
      left join lateral (
        select true as yes from reach
         where reach.organization_id = reader and reach.purpose = '' and reach.position = page.position
           and (reach.until is null or reach.until > (rights ->> own_right::text)::date)
         limit 1) owned on true
      left join lateral (
        select part.emergency_id as id
          from (select emergency_id from emergency_organization where id = any (others.right_ids)
                union select emergency_id from emergency_person where id = any (others.right_ids)) part
         order by 1 limit 1) urgent on true
     where page.place < most
  ), logged as (
    insert into access_log (
      id, decided_at, volunteer_id, viewer, by_self, organization_id, category, basis, consent_id, mandate_ids, on_behalf_of,
      emergency_id, purpose, fields, operation, operation_id, request)
    select encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                           8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid,
           clock_timestamp(), shown.id, app_subject(), shown.basis = 'self', reader, 'identity', shown.basis,
           case shown.basis when 'consent' then shown.consent_id end,
           case shown.basis when 'mandate' then shown.mandate_ids end, case shown.basis when 'mandate' then shown.givers end,
           case shown.basis when 'emergency' then shown.emergency_id end, stated, '{id}', operation_name, operation, request_id
      from shown
      cross join lateral (
        select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
                 operation, app_subject(), reader, shown.id, 'identity', null, stated, shown.basis,
                 case shown.basis when 'consent' then shown.consent_id end,
                 case shown.basis when 'mandate' then shown.mandate_ids end,
                 case shown.basis when 'emergency' then shown.emergency_id end)::text, 'UTF8')) for 10) as bytes
        offset 0) digest
    on conflict (id) do nothing
  )
  select page.id, page.position, null::text from page order by page.place;
end $$;
