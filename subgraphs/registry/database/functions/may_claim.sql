-- Whether a record can become a person's: it is nobody else's whom the office knows, and the office has not parted the two.
create or replace function may_claim(record uuid, person uuid) returns boolean
language sql stable set search_path = public, pg_temp
begin atomic
  with mine as (
    select beside.record_id
      from person_link own join person_link beside on beside.person_id = own.person_id and beside.valid_to is null
     where own.record_id = may_claim.person and own.valid_to is null
  )
  select not exists (
           select from person_link link
             join person_link beside on beside.person_id = link.person_id and beside.valid_to is null
             join volunteer other on other.id = beside.record_id
            where link.record_id = may_claim.record and link.valid_to is null and other.id not in (select record_id from mine))
     and not exists (
           select from clerical_decision d
            where d.withdrawn_at is null and d.verdict = 'different'
              and ((d.left_id = may_claim.record and d.right_id in (select record_id from mine))
                or (d.right_id = may_claim.record and d.left_id in (select record_id from mine))));
end;
