-- Runs with the owner's rights: of everything that linkage knows, an organisation learns this much of its own records.
create or replace view submitted_record as
select record.id, record.organization_id, record.local_key, record.version, source.submitted_at, link.person_id,
       is_in_review(record.id) as is_in_review
  from register_record record
  join source_record source on source.record_id = record.id and source.version = record.version
  join person_link link on link.record_id = record.id and link.valid_to is null
 where record.organization_id = (select app_organization());
