-- A page of the cards that the viewer's organisation finds, by the terms that are wanted of each facet (any of them), in the order
-- that is asked for. Each audience is read from its own range of the index, no further than the page goes; a card that is open to
-- several of the viewer's audiences counts in the first.
create or replace function search_page(
  wanted jsonb, persons uuid[], sorted_by text, after jsonb, before jsonb, backwards boolean, most integer)
returns table (id uuid, volunteer_id uuid, rank text, place uuid) language plpgsql stable security definer
set search_path = public, pg_temp set jit = off as $$
declare
  stated constant text := current_setting('app.purpose', true);
  direction constant text := case when backwards then 'desc' else 'asc' end;
  earlier text[] := '{}';
  parts text[] := '{}';
  audience text;
  conditions text;
  terms jsonb;
begin
  if sorted_by <> all (array['newest', 'age', 'hours', 'place_az', 'place_en', 'place_ru', 'place_tr']) then
    raise exception 'There is no order %.', sorted_by;
  end if;
  foreach audience in array search_audiences() loop
    conditions := format('audience = %L and purpose = %L', audience, stated);
    if earlier <> '{}' then
      conditions := conditions || format(' and not audiences && %L::text[]', earlier);
    end if;
    if persons is not null then
      conditions := conditions || format(' and volunteer_id = any (%L::uuid[])', persons);
    end if;
    for terms in select value from jsonb_each(wanted) loop
      conditions := conditions || format(
        ' and keys && %L::text[]',
        array(select search_key(audience, stated, term) from jsonb_array_elements_text(terms) term));
    end loop;
    if after is not null then
      conditions := conditions || format(' and (%I, place) > (%L, %L::uuid)', sorted_by, after ->> 0, after ->> 1);
    end if;
    if before is not null then
      conditions := conditions || format(' and (%I, place) < (%L, %L::uuid)', sorted_by, before ->> 0, before ->> 1);
    end if;
    parts := parts || format(
      '(select id, volunteer_id, %1$I, place from search_entry where %2$s order by %1$I %3$s, place %3$s limit %4$s)',
      sorted_by, conditions, direction, most);
    earlier := earlier || audience;
  end loop;
  if parts = '{}' then
    return;
  end if;
  return query execute format(
    'select id, volunteer_id, %1$I::text, place from (%2$s) found order by %1$I %3$s, place %3$s limit %4$s',
    sorted_by, array_to_string(parts, ' union all '), direction, most);
end $$;
