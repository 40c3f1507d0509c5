-- A page of the cards that the viewer's organisation finds, as a read of theirs: each person of the page gets a row in the log that
-- rests on the card, one for an operation. The card that only tells that the list goes on is not shown and leaves none. A search for
-- a purpose that may not be stated is one row with the refusal.
--
-- As a decision does, it holds the locks of all whom it shows before it reads what it shows, so that no page follows a withdrawal.
create or replace function search_cards(
  wanted jsonb, persons uuid[], sorted_by text, after jsonb, before jsonb, backwards boolean, most integer,
  operation uuid, operation_name text, request_id text)
returns table (
  volunteer_id uuid, facets jsonb, published_on text, refreshed_on text, rank text, place uuid, refusal text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  reader constant uuid := app_organization();
  stated constant text := nullif(current_setting('app.purpose', true), '');
  refused text;
  locked uuid[] := array[reader];
  ids uuid[];
  people uuid[];
  ranks text[];
  places uuid[];
begin
  if reader is null then
    return;
  end if;
  perform share_rights(locked);
  refused := search_refusal();
  if refused is not null then
    return query select null::uuid, null::jsonb, null::text, null::text, null::text, null::uuid, refused;
    return;
  end if;
  loop
    select coalesce(array_agg(found.id order by found.number), '{}'), coalesce(array_agg(found.volunteer_id order by found.number), '{}'),
           array_agg(found.rank order by found.number), array_agg(found.place order by found.number)
      into ids, people, ranks, places
      from search_page(wanted, persons, sorted_by, after, before, backwards, most)
             with ordinality found (id, volunteer_id, rank, place, number);
    exit when people <@ locked;
    perform share_rights(people);
    locked := locked || people;
  end loop;
  return query
  with page as materialized (
    select found.volunteer_id, found.rank, found.place, found.number, card.facets,
           to_char(card.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
           to_char(card.refreshed_at at time zone 'UTC', 'YYYY-MM-DD') as refreshed_on,
           case when found.volunteer_id = app_volunteer() then 'self' else 'card' end as basis
      from unnest(ids, people, ranks, places) with ordinality found (id, volunteer_id, rank, place, number)
      join search_card card on card.id = found.id
  ), logged as (
    insert into access_log (
      id, decided_at, volunteer_id, viewer, by_self, organization_id, category, basis, purpose, fields, operation, operation_id,
      request)
    select encode(set_byte(set_byte(digest.bytes, 6, (get_byte(digest.bytes, 6) & 15) | 112),
                           8, (get_byte(digest.bytes, 8) & 63) | 128), 'hex')::uuid,
           clock_timestamp(), page.volunteer_id, app_subject(), page.basis = 'self', reader, 'identity', page.basis, stated,
           '{searchCards}', operation_name, operation, request_id
      from page
      cross join lateral (
        select substring(uuid_send(operation) for 6) || substring(sha256(convert_to(json_build_array(
                 operation, app_subject(), reader, page.volunteer_id, 'identity', 'searchCards', stated, page.basis)::text,
                 'UTF8')) for 10) as bytes
        offset 0) digest
     where page.number < most
    on conflict (id) do nothing
  )
  select page.volunteer_id, page.facets, page.published_on, page.refreshed_on, page.rank, page.place, null::text
    from page order by page.number;
end $$;
