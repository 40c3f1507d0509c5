-- A page of the cards that the viewer's organisation finds, by the terms that are wanted of each facet (any of them), in the order
-- that is asked for. Each audience is read from its own range of the index, no further than the page goes; the pages are merged, and
-- a card that is open to several of the viewer's audiences is in it once.
--
-- Where terms are wanted, either is cheap: to go along the order where many cards have them, or to look up those that have them
-- where few do. Which it is, a look at the next cards in the order says; the planner guesses, and where it guessed wrong it read all
-- cards of an audience. A band that is wanted of the facet by which cards are in order says where in the order they are.
create or replace function search_page(
  wanted jsonb, persons uuid[], sorted_by text, after jsonb, before jsonb, backwards boolean, most integer)
returns table (id uuid, volunteer_id uuid, rank text, place uuid) language plpgsql stable security definer
set search_path = public, pg_temp set jit = off set enable_seqscan = off as $$
declare
  looked_at constant integer := 1000;
  stated constant text := current_setting('app.purpose', true);
  direction constant text := case when backwards then 'desc' else 'asc' end;
  bands constant integer[] := array(
    select substring(band from '\d+')::integer * case sorted_by when 'hours' then -1 else 1 end
      from jsonb_array_elements_text(wanted -> concat(sorted_by, '-band')) band);
  parts text[] := '{}';
  audience text;
  terms jsonb;
  has_terms text;
  spot text := '';
  ranged text;
  source text;
  seen integer;
  fitting integer;
begin
  if sorted_by <> all (array['newest', 'age', 'hours', 'place_az', 'place_en', 'place_ru', 'place_tr']) then
    raise exception 'There is no order %.', sorted_by;
  end if;
  if after is not null then
    spot := format(' and (%I, place) > (%L, %L::uuid)', sorted_by, after ->> 0, after ->> 1);
  end if;
  if before is not null then
    spot := spot || format(' and (%I, place) < (%L, %L::uuid)', sorted_by, before ->> 0, before ->> 1);
  end if;
  if bands <> '{}' then
    spot := spot || format(
      ' and %I between %L and %L', sorted_by, (select min(band) from unnest(bands) band), (select max(band) from unnest(bands) band));
  end if;
  if persons is not null then
    spot := spot || format(' and volunteer_id = any (%L::uuid[])', persons);
  end if;
  foreach audience in array search_audiences() loop
    has_terms := '';
    for terms in select value from jsonb_each(wanted) loop
      has_terms := has_terms || format(
        ' and keys && %L::text[]',
        array(select search_key(audience, stated, term) from jsonb_array_elements_text(terms) term));
    end loop;
    ranged := format('audience = %L and purpose = %L', audience, stated);
    if has_terms <> '' and persons is null then
      source := format(
        '(select * from search_entry where %1$s%2$s order by %3$I %4$s, place %4$s limit %5$s) ahead',
        ranged, spot, sorted_by, direction, looked_at);
      execute format('select count(*), count(*) filter (where true%s) from %s', has_terms, source) into seen, fitting;
      if fitting < most and seen = looked_at then
        -- A key says audience and purpose as well; said twice, they would count twice in what the planner expects.
        source := format('(select * from search_entry where true%s%s offset 0) holders', has_terms, spot);
      end if;
    else
      source := format('(select * from search_entry where %s%s) ranged', ranged, spot);
    end if;
    parts := parts || format(
      '(select id, volunteer_id, %1$I, place from %2$s where true%3$s order by %1$I %4$s, place %4$s limit %5$s)',
      sorted_by, source, has_terms, direction, most);
  end loop;
  if parts = '{}' then
    return;
  end if;
  return query execute format(
    'select id, volunteer_id, %1$I::text, place from (%2$s) found order by found.%1$I %3$s, place %3$s limit %4$s',
    sorted_by, array_to_string(parts, ' union '), direction, most);
end $$;
