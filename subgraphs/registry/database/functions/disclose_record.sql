-- Notes that the volunteer who asks tells an organisation that one of its records is theirs, or tells it no longer. The record
-- is named as their log names it, and has to be linked with them. False for any other.
create or replace function disclose_record(reference uuid, disclosed boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  own_record uuid;
begin
  select source.record_id into own_record
    from source_record source
    join access_log told on told.reference_id = source.id and told.volunteer_id = app_volunteer() and told.basis = 'linked'
    join person_link link on link.record_id = source.record_id and link.valid_to is null
    join person_link own on own.record_id = app_volunteer() and own.valid_to is null and own.person_id = link.person_id
   where source.id = disclose_record.reference
   limit 1;
  if own_record is null then return false; end if;
  if disclosed then
    insert into record_disclosure (record_id, volunteer_id) values (own_record, app_volunteer()) on conflict do nothing;
  else
    delete from record_disclosure where record_id = own_record and volunteer_id = app_volunteer();
  end if;
  return true;
end $$;
