-- Of versions of records, as the log refers to them, those whose organisation the person who asks tells that the record is theirs.
create or replace function disclosed_references(asked uuid[]) returns uuid[] language sql stable security definer
set search_path = public, pg_temp
return array(select source.id
               from source_record source
               join record_disclosure told on told.record_id = source.record_id and told.volunteer_id = app_volunteer()
              where source.id = any (asked));
