-- Brings the rows by which cards are looked up into line with the cards that a statement has changed: one for each audience, so that
-- whoever searches reads rows of their own audiences and no others. A card that is deleted takes its rows along.
create or replace function follow_search_card() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  ids constant uuid[] := array(select id from changed);
  -- Sorts behind every name, in every language.
  nowhere constant text := chr(65535);
begin
  if tg_op = 'UPDATE' then
    delete from search_entry where id = any (ids);
  end if;
  insert into search_entry (
    id, audience, purpose, volunteer_id, audiences, place, newest, age, hours, place_az, place_en, place_ru, place_tr,
    terms, keys)
  select card.id, audience, card.purpose, card.volunteer_id, card.audiences, card.place,
         date '2200-01-01' - (card.published_at at time zone 'UTC')::date,
         coalesce(said.age, 1000), -coalesce(said.hours, -1),
         coalesce(nullif(said.town ->> 'az', ''), nowhere),
         coalesce(nullif(said.town ->> 'en', ''), said.town ->> 'az', nowhere),
         coalesce(nullif(said.town ->> 'ru', ''), said.town ->> 'az', nowhere),
         coalesce(nullif(said.town ->> 'tr', ''), said.town ->> 'az', nowhere),
         said.terms, array(select search_key(audience, card.purpose, term) from unnest(said.terms) term)
    from search_card card
    cross join lateral (
      select array_agg(distinct concat(f ->> 'facet', '|', f ->> 'value')) as terms,
             min(substring(f ->> 'value' from '^\d+')::integer) filter (where f ->> 'facet' = 'age-band') as age,
             max(substring(f ->> 'value' from '^\d+')::integer) filter (where f ->> 'facet' = 'hours-band') as hours,
             (array_agg(f -> 'label' order by f ->> 'value') filter (where f ->> 'facet' = 'place'))[1] as town
        from jsonb_array_elements(card.facets) f) said
    cross join unnest(card.audiences) audience
   where card.id = any (ids);
  return null;
end $$;
