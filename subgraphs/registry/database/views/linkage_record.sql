-- A record as linkage compares it.
create or replace view linkage_record with (security_invoker = true) as
select record.id, record.organization_id as "organizationId", record.local_key as "localKey", comparable.texts as "values",
       comparable.national_number_hashes as "nationalNumberHashes", coalesce(register.each_person_once, false) as "isUnique",
       organization.kind = 'registry' as "isVolunteer"
  from register_record record
  join comparable_record comparable on comparable.id = record.id
  join organization on organization.id = record.organization_id
  left join register on register.organization_id = record.organization_id;
