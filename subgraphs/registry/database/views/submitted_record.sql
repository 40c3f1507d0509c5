-- Runs with the owner's rights: of everything that linkage knows, an organisation learns of its own records whom a person has
-- told it themself, as long as the office takes the record for that person's.
create or replace view submitted_record as
select record.id, record.organization_id, record.local_key, record.version, source.submitted_at, (
         select min(told.volunteer_id::text)::uuid
           from record_disclosure told
           join person_link own on own.record_id = told.volunteer_id and own.valid_to is null
           join person_link link on link.record_id = record.id and link.valid_to is null
          where told.record_id = record.id and link.person_id = own.person_id) as volunteer_id
  from register_record record
  join source_record source on source.record_id = record.id and source.version = record.version
 where record.organization_id = (select app_organization());
