-- One page of the open questions to the office, the strongest first and those last that nobody could answer: from after one
-- place to before another, null for an end of the list, and as many as wanted from the front or from the back.
--
-- It runs with the owner's rights, since under a policy no place could be looked up in the index: a page reads as far as it goes,
-- however many questions there are.
create or replace function list_linkage_questions(
  after_unsure boolean, after_weight double precision, after_id uuid,
  before_unsure boolean, before_weight double precision, before_id uuid, backwards boolean, most integer)
returns table (
  id uuid, left_id uuid, right_id uuid, raised_at timestamptz, weight double precision, national_number_match text,
  fields jsonb, is_conflict boolean, is_unsure boolean)
language plpgsql stable security definer set search_path = public, pg_temp set enable_sort = off set jit = off as $$
#variable_conflict use_column
declare
  lowest constant uuid := '00000000-0000-0000-0000-000000000000';
  highest constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
begin
  if not linkage_office() then return; end if;
  after_unsure := coalesce(after_unsure, false);
  after_weight := coalesce(-after_weight, '-infinity');
  after_id := coalesce(after_id, lowest);
  before_unsure := coalesce(before_unsure, true);
  before_weight := coalesce(-before_weight, 'infinity');
  before_id := coalesce(before_id, highest);
  if backwards then
    return query
      select pair.id, pair.left_id, pair.right_id, pair.raised_at, pair.weight, pair.national_number_match, pair.fields,
             pair.match_status = 'auto', pair.is_unsure
        from linkage_pair pair
       where pair.is_open and (pair.is_unsure, -pair.weight, pair.id) > (after_unsure, after_weight, after_id)
         and (pair.is_unsure, -pair.weight, pair.id) < (before_unsure, before_weight, before_id)
       order by pair.is_unsure desc, -pair.weight desc, pair.id desc limit most;
  else
    return query
      select pair.id, pair.left_id, pair.right_id, pair.raised_at, pair.weight, pair.national_number_match, pair.fields,
             pair.match_status = 'auto', pair.is_unsure
        from linkage_pair pair
       where pair.is_open and (pair.is_unsure, -pair.weight, pair.id) > (after_unsure, after_weight, after_id)
         and (pair.is_unsure, -pair.weight, pair.id) < (before_unsure, before_weight, before_id)
       order by pair.is_unsure, -pair.weight, pair.id limit most;
  end if;
end $$;
