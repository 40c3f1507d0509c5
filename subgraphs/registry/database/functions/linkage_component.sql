-- Everything that decides on records and on all that are connected with them. A function, so that PostgreSQL plans it once a
-- connection and not once a record.
create or replace function linkage_component(asked uuid[])
returns table (records json, pairs json, decisions json, links json)
language sql stable set jit = off as $$
  with recursive reached (id) as (
    select unnest($1)
     union
    select next.id from reached cross join lateral (
      select right_id as id from linkage_pair where left_id = reached.id and match_status = 'auto'
       union all select left_id from linkage_pair where right_id = reached.id and match_status = 'auto'
       union all select right_id from clerical_decision
        where left_id = reached.id and withdrawn_at is null and verdict = 'same'
       union all select left_id from clerical_decision
        where right_id = reached.id and withdrawn_at is null and verdict = 'same') next
  )
  select (select json_agg(one) from (
           select record.* from reached join linkage_record record using (id)) one),
         (select json_agg(one) from (
           select left_id as "leftId", right_id as "rightId", match_status as "matchStatus",
                  national_number_match as "nationalNumberMatch", weight, fields
             from reached join linkage_pair on left_id = reached.id
            where right_id in (select id from reached)) one),
         (select json_agg(one) from (
           select left_id as "leftId", right_id as "rightId", verdict
             from reached join clerical_decision on left_id = reached.id
            where right_id in (select id from reached)
              and withdrawn_at is null and verdict in ('same', 'different')) one),
         (select json_agg(one) from (
           select person_link.id, record_id as "recordId", person_id as "personId", status, method, weight,
                  explanation, model_version as "modelVersion"
             from reached join person_link on record_id = reached.id and valid_to is null) one)
$$;
