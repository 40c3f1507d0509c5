-- Tells volunteers, in their logs, of records that organisations submitted: that one was taken for theirs (linked), that the
-- office is asked about it (in_review), or that it came near and was not taken for theirs (compared). It came near when
-- linkage asked about the pair once, when linkage names the pair in `near`, or when both names are equal to the letter.
--
-- It runs with the owner's rights, in the transaction that resolves: what it writes follows from what is linked. The rows are
-- the office's, so that the organisation that submitted finds nothing of them in its own log, nor in the length of its chain.
-- A row is written once for a version of a record, a volunteer and an outcome.
create or replace function log_submissions(records uuid[], near jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp set jit = off as $$
  with submission as (
    select source.*, link.person_id, record.texts
      from comparable_record record
      join person_link link on link.record_id = record.id and link.valid_to is null
     cross join lateral (
       select * from source_record newest
        where newest.record_id = record.id and newest.operation_id is not null
          and not exists (select from unresolved_submission later where later.id = newest.id)
        order by newest.version desc limit 1) source
     where record.id = any(records)
  ), looked_at as (
    select id, record_id, 'linked' as outcome from submission
     union all
    select submission.id, pair.other_id, case when pair.is_open then 'in_review' else 'compared' end
      from submission cross join lateral (
        select right_id as other_id, is_open from linkage_pair where left_id = submission.record_id
         union all
        select left_id, is_open from linkage_pair where right_id = submission.record_id) pair
     union all
    select submission.id, one."otherId", 'compared'
      from submission join jsonb_to_recordset(near) as one ("recordId" uuid, "otherId" uuid)
        on one."recordId" = submission.record_id
     union all
    select submission.id, namesake.id, 'compared'
      from submission cross join lateral (
        select other.id from comparable_record other
         where other.texts[1] = submission.texts[1] and other.texts[2] = submission.texts[2]
           and submission.texts[1] <> '' and submission.texts[2] <> ''
         limit 200) namesake
  ), person as (
    select submission.id, link.person_id,
           case when link.person_id = submission.person_id then 'linked'
                when bool_or(looked_at.outcome = 'in_review') then 'in_review'
                else 'compared' end as outcome
      from looked_at
      join submission using (id)
      join person_link link on link.record_id = looked_at.record_id and link.valid_to is null
     group by submission.id, submission.person_id, link.person_id
  )
  insert into access_log (
    id, decided_at, volunteer_id, viewer, viewer_issuer, by_self, organization_id, submitted_by_organization_id, category, basis, purpose,
    fields, operation, operation_id, request, reference_id)
  select uuidv7(), clock_timestamp(), volunteer.id, submission.submitted_by, submission.submitted_by_issuer, false, office.id,
         submission.organization_id, 'identity', person.outcome, submission.purpose,
         array_remove(array[
           'givenName', 'familyName',
           case when submission.patronymic is not null then 'patronymic' end,
           case when submission.birth_date is not null then 'birthDate' end,
           case when submission.phone is not null then 'phone' end,
           case when submission.email is not null then 'email' end,
           case when submission.national_number_hashes <> '{}' then 'nationalNumber' end], null),
         'submitSourceRecords', submission.operation_id, submission.request, submission.id
    from person
    join submission using (id)
    join person_link own on own.person_id = person.person_id and own.valid_to is null
    join volunteer on volunteer.id = own.record_id
   cross join (select id from organization where kind = 'registry') office
   where not exists (
     select from access_log known
      where known.reference_id = submission.id and known.volunteer_id = volunteer.id and known.basis = person.outcome)
$$;
