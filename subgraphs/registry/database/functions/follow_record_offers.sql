-- Of records that were just resolved: the changes by which somebody confirmed the address that one of them has and that is not theirs,
-- the newest of each person. A record that came with another address now is not offered any more.
create or replace function follow_record_offers(records uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from record_offer o using comparable_record record, volunteer v
   where o.record_id = any(records) and o.is_mine is null and record.id = o.record_id and v.id = o.volunteer_id
     and record.texts[6] <> lower(v.email);
  return query
    select distinct change.id
      from comparable_record record
      join volunteer v on lower(v.email) = record.texts[6] and v.email_confirmed_at is not null
     cross join lateral (
       select e.id from email_change e
        where e.volunteer_id = v.id and e.email = v.email and e.confirmed_by is not null
        order by e.id desc limit 1) change
      join person_link link on link.record_id = record.id and link.valid_to is null
      join person_link own on own.record_id = v.id and own.valid_to is null
     where record.id = any(records) and record.texts[6] <> '' and link.person_id <> own.person_id
       and app_unerased(v.id) is not null;
end $$;
