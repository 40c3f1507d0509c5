-- A record belongs to the person of the live link; a person's values are derived anew by every reading.
create or replace view golden_record with (security_invoker = true) as
select link.person_id as id,
       (array_agg(source.given_name order by entry.is_first desc, record.id))[1] as given_name,
       (array_agg(source.family_name order by entry.is_first desc, record.id))[1] as family_name,
       (array_agg(source.patronymic order by entry.is_first desc, record.id)
          filter (where source.patronymic is not null))[1] as patronymic,
       (array_agg(source.birth_date order by entry.is_first desc, record.id)
          filter (where source.birth_date is not null))[1] as birth_date,
       (array_agg(source.phone order by entry.is_first desc, record.id)
          filter (where source.phone is not null))[1] as phone,
       (array_agg(source.email order by entry.is_first desc, record.id)
          filter (where source.email is not null))[1] as email
  from person_link link
  join register_record record on record.id = link.record_id
  join source_record source on source.record_id = record.id and source.version = record.version
 cross join lateral (select record.id = link.person_id as is_first) entry
 where link.valid_to is null
 group by link.person_id;
