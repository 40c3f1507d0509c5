-- How many cards the viewer's organisation finds: a row without a facet for all that are wanted, and one for each term of a facet,
-- counted among the cards that fit what is wanted of the other facets.
--
-- A number is told only if whoever knows all others cannot take it apart into fewer than `threshold`: the terms that are wanted of
-- the other facets, and the term itself, part the cards into those that have each of them or not, and every part has as many.
-- Where a card has one term of a facet at most, parts with two are none.
create or replace function count_search_cards(wanted jsonb, threshold integer)
returns table (facet text, value text, label jsonb, count integer, refusal text)
language plpgsql stable security definer set search_path = public, pg_temp set jit = off set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  stated constant text := nullif(current_setting('app.purpose', true), '');
  audiences constant text[] := search_audiences();
  most_terms constant integer := 6;
  refused text;
begin
  if audiences = '{}' then
    return;
  end if;
  refused := search_refusal();
  if refused is not null then
    return query select null::text, null::text, null::jsonb, null::integer, refused;
    return;
  end if;
  if (select count(*) from jsonb_each(wanted) one, jsonb_array_elements(one.value)) > most_terms then
    return;
  end if;
  return query
  with condition as materialized (
    select one.key as facet, term, 1 << (row_number() over () - 1)::integer as bit
      from jsonb_each(wanted) one, jsonb_array_elements_text(one.value) term
  ), wanted_facet as materialized (
    select facet, bit_or(bit) as bits,
           case when facet in ('age-band', 'hours-band') then count(*) + 1 else 2 ^ count(*) end as parts
      from condition group by facet
  ), audience as materialized (
    select name, audiences[:place - 1] as earlier from unnest(audiences) with ordinality one (name, place)
  ), card as materialized (
    select entry.id, entry.terms,
           case when wanted = '{}' then 0
                else coalesce((select bit_or(bit) from condition where term = any (entry.terms)), 0) end as mask
      from audience join search_entry entry on entry.audience = audience.name and entry.purpose = stated
     where not entry.audiences && audience.earlier
  ), facet as materialized (
    select name, case when name = '' then -1 else ~coalesce((select bits from wanted_facet w where w.facet = name), 0) end as others,
           coalesce((select round(exp(sum(ln(parts)))) from wanted_facet w where w.facet <> name), 1) as parts
      from unnest(array['', 'skill', 'language', 'place', 'age-band', 'field-of-study', 'certificate', 'hours-band',
                        'availability']) name
  ), masked as materialized (
    select mask, count(*) as cards from card group by mask
  ), valued as materialized (
    select mask, term, count(*) as cards, any_value(id) as sample from card, unnest(card.terms) term group by mask, term
  ), part as materialized (
    select facet.name, masked.mask & facet.others as mask, sum(masked.cards) as cards,
           not exists (select from wanted_facet w
                        where w.facet <> facet.name and masked.mask & facet.others & w.bits = 0) as fits
      from facet cross join masked group by 1, 2, 4
  ), term_part as (
    select facet.name, valued.term, valued.mask & facet.others as mask, sum(valued.cards) as cards,
           any_value(valued.sample) as sample
      from facet join valued on split_part(valued.term, '|', 1) = facet.name
     group by 1, 2, 3
  ), told as (
    select facet.name, term_part.term, sum(term_part.cards) filter (where part.fits) as cards, any_value(term_part.sample) as sample
      from facet
      join part using (name)
      join term_part using (name, mask)
     where term_part.cards >= threshold and part.cards - term_part.cards >= threshold
     group by facet.name, facet.parts, term_part.term
    having count(*) = facet.parts
     union all
    select '', '', sum(part.cards) filter (where part.fits), null
      from facet join part using (name)
     where facet.name = '' and part.cards >= threshold
     group by facet.parts
    having count(*) = facet.parts
  ), listed as (
    select told.name, substr(told.term, strpos(told.term, '|') + 1) as value, told.cards, told.sample
      from told where told.cards is not null order by told.cards desc, told.term limit 200
  )
  select nullif(listed.name, ''), nullif(listed.value, ''),
         (select said -> 'label' from search_card, jsonb_array_elements(search_card.facets) said
           where search_card.id = listed.sample and said ->> 'facet' = listed.name and said ->> 'value' = listed.value limit 1),
         listed.cards::integer, null::text
    from listed;
end $$;
