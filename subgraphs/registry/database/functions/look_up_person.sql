-- Finds whoever stands in front of somebody of the office, by one thing that they show and their day of birth, which have to agree
-- to the letter. It gives one person or nobody: where two agree, nobody. Each time is kept with who looked and what for, and after
-- too many of one day nobody is looked for.
create or replace function look_up_person(
  way text, looked_for text, hashes text[], born date, reason text, most_of_day integer)
returns table (outcome text, person_id uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  people uuid[];
begin
  if not registry_office() then raise exception 'Only the office looks for people.'; end if;
  perform pg_advisory_xact_lock(hashtext('lookup'), hashtext(app_issuer() || ' ' || app_subject()));
  if (select count(*) from person_lookup l
       where l.looked_by_issuer = app_issuer() and l.looked_by = app_subject()
         and l.looked_at > now() - interval '1 day') >= most_of_day then
    return query select 'limited', null::uuid;
    return;
  end if;
  select array_agg(distinct link.person_id) into people
    from (
      select c.id from comparable_record c
       where c.texts[4] = to_char(born, 'YYYYMMDD') and c.texts[4] <> ''
         and case look_up_person.way
               when 'national-number' then c.national_number_hashes && hashes
               when 'email' then c.texts[6] = looked_for
               when 'phone' then c.texts[5] = looked_for
               else c.id in (select i.record_id from invitation i
                              where i.place = looked_for and i.secret_hash = any (hashes) and i.accepted_at is null
                                and i.withdrawn_at is null and i.ends_at > now() and i.failed_tries < 10) end
       union all
      select v.id from volunteer v
       where v.birth_date = born
         and case look_up_person.way
               when 'email' then lower(v.email) = looked_for
               when 'phone' then right(ltrim(regexp_replace(v.phone, '\D', '', 'g'), '0'), 9) = looked_for
               when 'code' then v.id in (select i.record_id from invitation i
                                          where i.place = looked_for and i.secret_hash = any (hashes)
                                            and i.accepted_at is null and i.withdrawn_at is null and i.ends_at > now()
                                            and i.failed_tries < 10)
               else false end) record
    join person_link link on link.record_id = record.id and link.valid_to is null;
  insert into person_lookup (way, reason, found)
  values (look_up_person.way, look_up_person.reason, coalesce(cardinality(people), 0) = 1);
  return query select case when cardinality(people) = 1 then 'found' else 'none' end,
                      case when cardinality(people) = 1 then people[1] end;
end $$;
